using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Features.Outbox;

/// <summary>What is said of a connection or a channel that takes no posts, in words that stay true when they are read late.</summary>
internal static class OutageWording
{
    /// <summary>For the log: who, and what is amiss.</summary>
    public static (string Who, string What) Log(ChannelPause pause) => (Who(pause), pause.Reason switch
    {
        PauseReason.Credentials => "does not accept its credentials, and is asked again every two minutes",
        PauseReason.Unreachable => "does not answer, and is asked again every five seconds",
        _ when pause.IsWhole => "takes no posts although it answers, and TalksBot keeps trying",
        _ => "takes no posts while the rest of its connection goes on, and TalksBot keeps trying",
    });

    /// <summary>Its beginning.</summary>
    public static Post Begun(ChannelPause pause, WallClock clock) => new(
        $"{Who(pause)} {Stopped(pause, TimeWording.ClockTimeShort(pause.Since, clock))}: {pause.Why}",
        Severity.Pressing,
        [new PostPiece.Line(Advice(pause))]);

    /// <summary>Its end.</summary>
    public static Post Ended(ChannelPause pause, int waited, Instant now, WallClock clock) => new(
        $"{Who(pause)} takes posts again since {TimeWording.ClockTimeShort(now, clock)}, after {TimeWording.Span(Duration.FromSeconds((long)(now - pause.Since).TotalSeconds))}",
        Severity.Good,
        [new PostPiece.Line($"There {(waited == 1 ? "was" : "were")} {Typography.Count(waited, "waiting post")}, to be sent in order; stale alerts are named in the newer ones that stand for them.")]);

    private static string Stopped(ChannelPause pause, string at) => pause.Reason switch
    {
        PauseReason.Credentials => $"does not accept its credentials since {at}",
        PauseReason.Unreachable => $"stopped answering at {at}",
        _ when pause.IsWhole => $"stopped taking posts at {at}, although it answers",
        _ => $"stopped taking posts at {at}, while the rest of {pause.Connection} goes on",
    };

    private static string Advice(ChannelPause pause) => pause.Reason is PauseReason.Credentials
        ? "Nothing is lost; posts wait, and are tried every two minutes. Mend the credentials at the platform, or put valid ones into the configuration and start again."
        : "Nothing is lost: posts wait in their order and go within seconds once it takes them. Whoever must know of something there now has to be told another way.";

    private static string Who(ChannelPause pause) => pause.IsWhole ? pause.Connection : pause.Place;
}
