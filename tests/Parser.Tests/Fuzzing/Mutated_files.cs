using Ingest.Fuzzing;

namespace Ingest.Parser.Tests.Fuzzing;

/// <summary>A small run of what tests/Fuzzing does with far more inputs.</summary>
public sealed class Mutated_files
{
    private const int Inputs = 3_000;

    [Fact]
    public void Give_articles_or_a_rejection()
    {
        var samples = Samples.Load([Path.Combine(AppContext.BaseDirectory, "seeds")]);
        Assert.True(samples.Count > 3);
        var mutation = new Mutation(samples, seed: 7, largest: 100_000);
        for (var number = 0; number < Inputs; number++)
        {
            var outcome = Parsing.Outcome(mutation.Input(number));

            Assert.True(outcome is ParseOutcome.Rejected or ParseOutcome.Parsed { Articles.Count: > 0 }, $"Input {number} gave nothing.");
        }
    }

    [Fact]
    public void Are_the_same_for_the_same_seed()
    {
        var samples = Samples.Load([Path.Combine(AppContext.BaseDirectory, "seeds")]);

        Assert.Equal(new Mutation(samples, 1).Input(5), new Mutation(samples, 1).Input(5));
        Assert.NotEqual(new Mutation(samples, 1).Input(5), new Mutation(samples, 2).Input(5));
    }
}
