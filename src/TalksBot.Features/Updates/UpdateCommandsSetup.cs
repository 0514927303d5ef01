using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Updates;

/// <summary>Wires the commands about updates.</summary>
internal static class UpdateCommandsSetup
{
    public static IServiceCollection AddUpdateCommands(this IServiceCollection services) => services
        .AddScoped<EditorPrompt>()
        .AddScoped<SecondEditors>()
        .AddScoped<CorrectionNotifier>()
        .AddScoped<AnswerFlash>()
        .AddCommand<AddUpdate>()
        .AddCommand<CorrectUpdate>()
        .AddCommand<KillUpdate>()
        .AddCommand<MoveEmbargo>()
        .AddCommand<BreakEmbargo>()
        .AddCommand<ApproveUpdate>()
        .AddCommand<RejectUpdate>()
        .AddCommand<DisputeUpdate>()
        .AddCommand<ListUpdates>();
}
