using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>What everything that listens to Slack needs besides its connection.</summary>
/// <param name="Time">The clock of its timers.</param>
/// <param name="Logs">Where it logs.</param>
/// <param name="Alarm">Whom it tells of what only a person can mend.</param>
/// <param name="Sockets">How sockets are held.</param>
internal sealed record SessionSurroundings(TimeProvider Time, ILoggerFactory Logs, IAlarm Alarm, SocketOptions Sockets);
