using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Upkeep;

/// <summary>How the desk is, for people.</summary>
internal static class HealthWording
{
    private const string Amiss = "AMISS: ";

    /// <summary>Everything, what is amiss marked as such.</summary>
    /// <param name="health">How it is.</param>
    /// <param name="clock">The clock on which moments are told.</param>
    public static Post Of(Health health, WallClock clock) => new(
        health.IsWell ? "The desk is well" : "Something is amiss at the desk",
        health.IsWell ? Severity.Good : Severity.Trouble,
        [
            .. health.Connections.Select(name => Connection(health, name, clock)),
            .. health.Nodes.Select(node => Node(node)),
            Field("Outbox", health.IsBehind, Outbox(health)),
            Field("Agenda", !health.Works, Agenda(health, clock)),
            Field("Last copy", health.IsCopyOld, Copy(health, clock)),
            Field("Disk", health.Database.IsNearlyFull, Disk(health)),
            Field("Memory", isAmiss: false, $"{Size(health.Memory)}; database version {health.Database.Version}"),
        ]);

    /// <summary>The same in a line: that all is well, or what is not.</summary>
    public static string Line(Health health)
    {
        string[] amiss =
        [
            .. health.Down.Select(pause => $"{pause.Connection} takes nothing"),
            .. health.IsBehind ? ["posts wait"] : Array.Empty<string>(),
            .. health.Works ? [] : new[] { health.Agenda is null ? "no worker runs here" : "agenda or outbox does not come by" },
            .. health.IsCopyOld ? ["the last copy is old"] : Array.Empty<string>(),
            .. health.Database.IsNearlyFull ? ["the disk is nearly full"] : Array.Empty<string>(),
        ];
        return health.IsWell ? "The desk is well" : $"{Amiss}{string.Join(", ", amiss.DefaultIfEmpty("something"))}: /talks health";
    }

    private static PostPiece.Field Connection(Health health, string name, WallClock clock)
    {
        var down = health.Down.FirstOrDefault(pause => pause.Connection == name);
        var channels = health.Pauses.Count(pause => pause.Connection == name && !pause.IsWhole);
        return down is not null
            ? Field(name, isAmiss: true, $"takes nothing since {TimeWording.OnOwnClock(down.Since, clock, health.At)}: {down.Why}")
            : Field(name, isAmiss: false, channels == 0 ? "takes posts" : $"takes posts; {Typography.Count(channels, "channel")} there waits for a while");
    }

    /// <summary>As in "sends for discord:main; heard of 3 s ago; clock 0 ms ahead".</summary>
    private static PostPiece.Field Node(KnownNode node)
    {
        var sends = node.SendsFor.Count == 0 ? "sends for no connection" : $"sends for {Typography.And(node.SendsFor)}";
        var heard = Health.IsSilent(node) ? "not heard of since" : "heard of";
        var seconds = (long)node.Silent.TotalSeconds;
        var clock = string.Create(CultureInfo.InvariantCulture, $"clock {Math.Abs(node.Node.Ahead.TotalMilliseconds):0} ms {(node.Node.Ahead < Duration.Zero ? "behind" : "ahead")}");
        return Field($"Node {node.Node.Name}{(node.IsSelf ? " (this one)" : "")}", Health.IsSilent(node) || Health.IsOff(node), $"{sends}; {heard} {seconds} s ago; {clock}; version {node.Node.Version}");
    }

    private static string Outbox(Health health) => health.OldestDue is { } oldest
        ? $"{Typography.Count(health.Waiting, "post")} waiting, the first {(oldest > health.At ? $"due in {TimeWording.Span(oldest - health.At)}" : $"for {TimeWording.Span(health.At - oldest)}")}"
        : "nothing waits";

    private static string Agenda(Health health, WallClock clock) => health switch
    {
        { Agenda: null } => "no worker runs here, so nothing is sent; start it",
        { Works: false } => $"agenda last done {Ago(health.Agenda)}, outbox {Ago(health.Outbox)}; look into the log",
        { NextMoment: { } next } => $"on time; next at {TimeWording.OnOwnClock(next, clock, health.At)} {clock.NameAt(health.At)}",
        _ => "on time; nothing is planned",
    };

    private static string Copy(Health health, WallClock clock) => health switch
    {
        { Nodes.Count: > 0 } => "the server's own; check says more",
        { BackedUpAt: { } at } => TimeWording.OnOwnClock(at, clock, health.At),
        { BacksUp: true } => "none yet; the first follows soon after something is recorded",
        _ => "none, and none is made by itself",
    };

    private static string Disk(Health health) => health.Database.Free is { } free
        ? $"{Size(free)} free; the database has {Size(health.Database.Size)}"
        : $"the database has {Size(health.Database.Size)}";

    private static string Ago(TimeSpan? elapsed) => $"{TimeWording.Span(Duration.FromSeconds((long)(elapsed ?? TimeSpan.Zero).TotalSeconds))} ago";

    private static string Size(long bytes) => bytes < 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.#} GB");

    private static PostPiece.Field Field(string name, bool isAmiss, string value) => new(name, isAmiss ? Amiss + value : value);
}
