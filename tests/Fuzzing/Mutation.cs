namespace Ingest.Fuzzing;

/// <summary>
/// Makes inputs of samples: bits flipped, bytes changed, cut off, pieces taken out, repeated, swapped, spliced in from another
/// sample, and tokens of formats put in. An input is a function of the samples, the run's seed and its number.
/// </summary>
public sealed class Mutation(IReadOnlyList<byte[]> samples, int seed, int largest = 1 << 20)
{
    private const int MostSteps = 6;

    /// <summary>Input <paramref name="number"/> of the run.</summary>
    public byte[] Input(int number)
    {
        // Not Random(seed + number): neighbouring seeds of it begin alike.
        var random = new Random(Mixed(seed, number));
        var bytes = (byte[])samples[random.Next(samples.Count)].Clone();
        for (var steps = random.Next(1, MostSteps + 1); steps > 0; steps--)
        {
            bytes = Step(bytes, random);
        }

        return bytes.Length > largest ? bytes[..largest] : bytes;
    }

    /// <summary>SplitMix64's finaliser.</summary>
    private static int Mixed(int seed, int number)
    {
        var x = unchecked(((ulong)(uint)seed << 32) + (uint)number + 0x9E3779B97F4A7C15UL);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EBUL);
        return unchecked((int)(x ^ (x >> 31)));
    }

    private byte[] Step(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            return Tokens.All[random.Next(Tokens.All.Count)];
        }

        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(bytes.Length - at, 1 << random.Next(1, 14)) + 1);
        switch (random.Next(10))
        {
            case 0:
                for (var flips = 1 + random.Next(1 + (bytes.Length / 200)); flips > 0; flips--)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                return bytes[..at];
            case 3:
                return bytes[at..];
            case 4:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            case 5:
                return Repeated(bytes, at, Math.Min(length, 2_000), random.Next(2, 1 << random.Next(2, 11)));
            case 6:
                var other = samples[random.Next(samples.Count)];
                var from = random.Next(other.Length + 1);
                return [.. bytes.AsSpan(0, at), .. other.AsSpan(from, random.Next(other.Length - from + 1)), .. random.Next(2) == 0 ? bytes.AsSpan(at) : []];
            case 7:
                var end = Math.Min(bytes.Length, at + length);
                Array.Reverse(bytes, at, end - at);
                return bytes;
            default:
                var token = Tokens.All[random.Next(Tokens.All.Count)];
                return random.Next(4) == 0 ? Repeated([.. bytes.AsSpan(0, at), .. token, .. bytes.AsSpan(at)], at, token.Length, 1 << random.Next(1, 14)) : [.. bytes.AsSpan(0, at), .. token, .. bytes.AsSpan(at)];
        }
    }

    private byte[] Repeated(byte[] bytes, int at, int length, int times)
    {
        times = Math.Min(times, Math.Max(1, (largest - bytes.Length) / Math.Max(1, length)));
        var repeated = new byte[bytes.Length + (length * times)];
        bytes.AsSpan(0, at).CopyTo(repeated);
        for (var i = 0; i <= times; i++)
        {
            bytes.AsSpan(at, length).CopyTo(repeated.AsSpan(at + (i * length)));
        }

        bytes.AsSpan(at + length).CopyTo(repeated.AsSpan(at + ((times + 1) * length)));
        return repeated;
    }
}
