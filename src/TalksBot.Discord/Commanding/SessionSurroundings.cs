using Microsoft.Extensions.Logging;

namespace TalksBot.Discord.Commanding;

/// <summary>What every gateway session needs besides its connection.</summary>
/// <param name="Time">The clock of its timers.</param>
/// <param name="Logs">Where it logs.</param>
internal sealed record SessionSurroundings(TimeProvider Time, ILoggerFactory Logs);
