using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Pipeline;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>Wires what programs read of the record.</summary>
internal static class ViewsSetup
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddScoped(provider => new TalksQuery(provider.GetRequiredService<TalksDb>()))
        .AddScoped(provider => new UpdatesQuery(provider.GetRequiredService<TalksDb>(), provider.GetRequiredService<RecordParts>()))
        .AddScoped(provider => new ChangesQuery(provider.GetRequiredService<TalksDb>()))
        .AddScoped(provider => new ReceiptsQuery(provider.GetRequiredService<TalksDb>()))
        .AddScoped(provider => new CarriedOutQuery(provider.GetRequiredService<TalksDb>()))
        .AddCommand<AddApiToken>()
        .AddCommand<ListApiTokens>()
        .AddCommand<RevokeApiToken>();
}
