using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk;

/// <summary>A command that asks the world outside before its transaction begins, so that nobody waits for a platform to answer.</summary>
internal interface IAskFirst
{
    /// <summary>Asks.</summary>
    /// <returns>Null to go on, else the refusal.</returns>
    Task<Reply?> AskAsync(CommandCall call, CancellationToken token);
}
