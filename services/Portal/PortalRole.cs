using Ingest.Hosting;
using Ingest.Portal.Access;
using Ingest.Portal.Articles;
using Ingest.Portal.Assets;
using Ingest.Portal.Batches;
using Ingest.Portal.Clusters;
using Ingest.Portal.Compare;
using Ingest.Portal.Drop;
using Ingest.Portal.Files;
using Ingest.Portal.Http;
using Ingest.Portal.Live;
using Ingest.Portal.Overview;
using Ingest.Portal.Quotes;
using Ingest.Portal.Search;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Portal;

/// <summary>
/// Pages for people and an API for tools over what the four services answer. Keeps no store of its own and consumes nothing.
/// </summary>
public sealed class PortalRole : IRole
{
    /// <inheritdoc/>
    public string Name => "portal";

    /// <inheritdoc/>
    public void AddQueries(IServiceCollection services, IConfiguration configuration)
    {
        // It answers nothing to other processes.
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PortalOptions>()
            .Bind(configuration.GetSection(PortalOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, ListenRule>();
        services.AddHostedService<ListenCheck>();
        services.AddSingleton<AccessControl>();
        services.AddSingleton<DecisionForm>();
        services.AddTransient<IStartupFilter, PortalPipeline>();
        services.AddRequestLimits();
        services.AddSingleton<DropFolder>();
        services.AddSingleton<LiveFeed>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ingest-form";
            options.FormFieldName = "form-token";
        });
        // The keys sign form tokens. They lie with the stores so that a page stays valid over a restart and between replicas;
        // rejected: the default place in the home folder, which a container does not have.
        services.AddDataProtection()
            .SetApplicationName("ingest-portal")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(configuration["Ingest:Data"] ?? "./data", "portal-keys")));
        services.AddProblemDetails();
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Ingest";
                document.Info.Description = "Search over the archive, and what became of every file.";
                return Task.CompletedTask;
            });
        });
    }

    /// <inheritdoc/>
    public void AddConsumers(IBusRegistrationConfigurator bus)
    {
        // Nothing: it asks when it is asked.
    }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AddEndpointFilter(SecurityHeaders.AddAsync);
        routes.MapAssets();
        routes.MapLive();

        var pages = routes.MapGroup("").AddEndpointFilter(SecurityHeaders.AddAsync).AddEndpointFilter<PageErrors>().ExcludeFromDescription();
        pages.MapSearchPage();
        pages.MapQuotesPage();
        pages.MapArticlePage();
        pages.MapClusterPage();
        pages.MapDecisionPages();
        pages.MapFilePages();
        pages.MapOverviewPage();
        pages.MapBatchPages();
        pages.MapDropPage();
        pages.MapComparePage();
        pages.MapSignIn();
        pages.MapFallback("{*path}", () => Page.NotFound("There is no such page."));

        var api = routes.MapGroup("/api").AddEndpointFilter(SecurityHeaders.AddAsync).AddEndpointFilter<ApiErrors>();
        api.MapSearchApi();
        api.MapQuotesApi();
        api.MapArticleApi();
        api.MapClusterApi();
        api.MapDecisionApi();
        api.MapFileApi();
        api.MapOverviewApi();
        api.MapBatchApi();
        api.MapDropApi();
        api.MapCompareApi();
        api.MapFallback("{*path}", ApiFallback.Answer).ExcludeFromDescription();
    }
}
