using Ingest.Portal.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Portal.Assets;

internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in AssetCatalog.All)
        {
            routes.MapGet(asset.Url, (HttpContext http) =>
            {
                SecurityHeaders.Set(http.Response.Headers);
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Content, asset.ContentType);
            }).ExcludeFromDescription();
        }
    }
}
