using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Archive;

/// <summary>Records to file, and the shipped sample.</summary>
internal static class Given
{
    public static readonly Instant Start = Instant.FromUtc(1995, 6, 27, 5, 0);

    public static readonly DateTimeZone Geneva = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    public static readonly DateTimeZone Washington = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly string SampleFile = Path.Combine(AppContext.BaseDirectory, "samples", "us-japan-autos-1995.json");

    public static string SampleText { get; } = File.ReadAllText(SampleFile);

    public static TalksFile Sample() => Understood(SampleText);

    public static TalksFile Understood(string text) => TalksFile.Read(text).ShouldBeOfType<TalksFileReading.Understood>(text).File;

    public static string Refused(string text) => TalksFile.Read(text).ShouldBeOfType<TalksFileReading.Refused>(text).Why;

    public static Stamp Stamp(int minutes, string by = "an editor") => new(Start + Duration.FromMinutes(minutes), by, "terminal:desk");

    public static CivilTime Time(int minutes, DateTimeZone zone) => CivilTime.At(Start + Duration.FromMinutes(minutes), zone);

    public static ChannelAddress Channel(string text) => ChannelAddress.TryParse(text, out var channel) ? channel : throw new ArgumentException("No channel.", nameof(text));

    public static FollowSettings Settings(string ladder, LocalTime? digest, string? mention = null) => Ladder.TryParse(ladder, out var read)
        ? new(new WallClock("", Washington), digest, read, WirePriority.Urgent, mention)
        : throw new ArgumentException("No ladder.", nameof(ladder));

    public static Negotiation Opened(string slug = "dock-strike") => new(
        new TalksTerms(
            slug,
            "Dock \"strike\" \\ talks – 港",
            [new Party("UNION", "Dockers' union", ["A. Person, president"]), new Party("PORT", "Port authority", [])],
            "Town hall",
            Geneva,
            [new WallClock("", Washington), new WallClock("Geneva", Geneva)]),
        Stamp(0));

    /// <summary>Something of everything, done by people only.</summary>
    public static Negotiation Rich()
    {
        var talks = Opened();
        var follow = talks.AddFollow(Channel("terminal:desk"), Settings("24h, 1h, 0", new LocalTime(8, 0)), Stamp(1)).Follow!;
        talks.SetFollow(follow, Settings("36h, 0", null, "@desk, please"), Stamp(2));
        var second = talks.AddFollow(Channel("terminal:other"), Settings("1h", null), Stamp(2)).Follow!;
        talks.AddDeadline(new DeadlineTerms("Strike", Time(3000, Washington), "midnight", "the port stops", "the union"), Stamp(3));
        var withdrawn = talks.AddDeadline(new DeadlineTerms("Offer", Time(2000, Geneva)), Stamp(3)).Deadline!;
        talks.MoveDeadline(talks.Deadlines[0], Time(3600, Geneva), Stamp(4)).ShouldBeNull();
        talks.MoveDeadline(talks.Deadlines[0], Time(3700, Washington), Stamp(5), "They go on: \"an hour, no more\".").ShouldBeNull();
        talks.WithdrawDeadline(withdrawn, "replaced by a better one", Stamp(6)).ShouldBeNull();
        talks.RemoveFollow(second, Stamp(6));
        Sessions(talks);
        Words(talks);
        talks.Suspend(Stamp(300)).ShouldBeNull();
        talks.Resume(Stamp(310)).ShouldBeNull();
        talks.Conclude(OutcomeKind.Collapsed, "They walked out.", Stamp(400)).ShouldBeNull();
        talks.Conclude(OutcomeKind.Agreed, "They came back and agreed.", Stamp(500)).ShouldBeNull();
        talks.Close(Stamp(600)).ShouldBeNull();
        return talks;
    }

    private static void Sessions(Negotiation talks)
    {
        var held = talks.AddSession(new SessionTerms(Time(60, Geneva), Time(120, Geneva), "Town hall", "Both sides"), Stamp(7)).Session!;
        var dropped = talks.AddSession(new SessionTerms(Time(90, Geneva), Time(150, Geneva)), Stamp(7)).Session!;
        talks.AddSession(new SessionTerms(Time(5000, Geneva), Time(5060, Washington)), Stamp(7));
        talks.MoveSession(held, Time(70, Geneva), Stamp(8)).ShouldBeNull();
        talks.StartSession(held, Time(72, Geneva), Stamp(73)).ShouldBeNull();
        talks.EndSession(held, Time(130, Geneva), Stamp(131)).ShouldBeNull();
        talks.CancelSession(dropped, "nobody came", Stamp(131)).ShouldBeNull();
    }

    private static void Words(Negotiation talks)
    {
        var first = talks.AddUpdate(new UpdateTerms("They are close.", "a union official", Sourcing.Official, "UNION", WirePriority.Urgent, Start), Stamp(200)).Update!;
        var second = talks.AddUpdate(new UpdateTerms("They are \"far apart\".", "a port manager", Sourcing.Unnamed, "PORT", WirePriority.Regular, Start), Stamp(201)).Update!;
        talks.Dispute(second, first, Stamp(201)).ShouldBeNull();
        var third = talks.AddUpdate(new UpdateTerms("Food was brought in.", "our reporter", Sourcing.OnRecord, "", WirePriority.Deferred, Start), Stamp(202)).Update!;
        talks.Dispute(first, third, Stamp(210)).ShouldBeNull();
        var point = talks.AddPoint("Wages", Stamp(220)).Point!;
        talks.WordPoint(point, "UNION", "narrowing", Stamp(221)).ShouldBeNull();
        talks.WordPoint(point, "PORT", "3 per cent", Stamp(222)).ShouldBeNull();
        talks.WordPoint(point, "UNION", "6 per cent", Stamp(223)).ShouldBeNull();
        talks.TurnPoint(point, PointState.Narrowing, Stamp(224)).ShouldBeNull();
        talks.TurnPoint(point, PointState.Settled, Stamp(225)).ShouldBeNull();
    }
}
