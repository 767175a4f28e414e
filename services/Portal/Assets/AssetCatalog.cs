using System.Security.Cryptography;

namespace Ingest.Portal.Assets;

/// <summary>The files a page loads. Their URLs carry a hash of the content, so browsers keep them until they change.</summary>
internal static class AssetCatalog
{
    private static readonly Asset StyleAsset = Load("portal.css", "text/css; charset=utf-8", "base.css", "parts.css", "pages.css");
    private static readonly Asset ScriptAsset = Load("portal.js", "text/javascript; charset=utf-8", "live.js", "drop.js");
    private static readonly Asset IconAsset = Load("icon.svg", "image/svg+xml", "icon.svg");

    public static string Style => StyleAsset.Url;

    public static string Script => ScriptAsset.Url;

    public static string Icon => IconAsset.Url;

    public static IReadOnlyList<Asset> All { get; } = [StyleAsset, ScriptAsset, IconAsset];

    private static Asset Load(string name, string contentType, params string[] parts)
    {
        using var content = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = typeof(AssetCatalog).Assembly.GetManifestResourceStream(part)
                ?? throw new InvalidOperationException($"{part} is not embedded in the portal's assembly; check Portal.csproj.");
            stream.CopyTo(content);
        }

        var bytes = content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new Asset($"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, bytes);
    }
}

/// <summary>A file a page loads.</summary>
internal sealed record Asset(string Url, string ContentType, byte[] Content);
