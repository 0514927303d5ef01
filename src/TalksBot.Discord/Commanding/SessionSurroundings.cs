using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Commanding;

/// <summary>What every gateway session needs besides its connection.</summary>
/// <param name="Time">The clock of its timers.</param>
/// <param name="Logs">Where it logs.</param>
/// <param name="Alarm">Whom it tells of what only a person can mend.</param>
/// <param name="Gateway">How gateways are held.</param>
/// <param name="Watch">Who looks again where something may keep posts from a channel.</param>
internal sealed record SessionSurroundings(TimeProvider Time, ILoggerFactory Logs, IAlarm Alarm, GatewayOptions Gateway, IPlaceWatch Watch);
