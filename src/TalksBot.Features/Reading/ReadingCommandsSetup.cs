using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Digests;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Reading;

/// <summary>Wires the commands that only answer.</summary>
internal static class ReadingCommandsSetup
{
    public static IServiceCollection AddReadingCommands(this IServiceCollection services) => services
        .AddCommand<TellSince>()
        .AddCommand<FindWords>()
        .AddCommand<PreviewDigest>()
        .AddCommand<ShowTimeline>()
        .AddCommand<ExportTalks>()
        .AddCommand<TellWhen>()
        .AddCommand<ShowReceipts>()
        .AddCommand<ShowAudit>()
        .AddCommand<ShowHelp>();
}
