using System.Diagnostics;
using System.Text.RegularExpressions;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Archive;

/// <summary>Does what the lines of a story say, the way the commands will: a refused line fails the test.</summary>
internal sealed partial class StoryRunner
{
    private readonly Dictionary<string, Negotiation> _talks = [];
    private Dictionary<string, string> _said = [];
    private Stamp _stamp = Stamp.Clock(Instant.MinValue);

    public IReadOnlyCollection<Negotiation> Talks => _talks.Values;

    public static IReadOnlyCollection<Negotiation> Run(TalksFile file)
    {
        var runner = new StoryRunner();
        foreach (var step in Story.Of(file).Steps)
        {
            runner.Run(step);
        }

        return runner.Talks;
    }

    public void Run(StoryStep step)
    {
        var path = string.Join(' ', step.Line.Split(' ').Skip(1).TakeWhile(word => !word.Contains(':', StringComparison.Ordinal)));
        _said = Value().Matches(step.Line).ToDictionary(match => match.Groups["name"].Value, match => Escape().Replace(match.Groups["value"].Value, "${kept}"));
        _stamp = new Stamp(step.At, step.By, "terminal:desk");
        if (path == "open")
        {
            _talks.Add(_said["slug"], Open());
            return;
        }

        var talks = _talks[_said["talks"]];
        LiftDue(talks);
        Done(step.Line, Run(path, talks));
    }

    private string? Run(string path, Negotiation talks) => path switch
    {
        "suspend" => talks.Suspend(_stamp),
        "resume" => talks.Resume(_stamp),
        "close" => talks.Close(_stamp),
        "reopen" => talks.Reopen(_stamp),
        "set" => talks.Set(Terms(talks), _stamp),
        "outcome" => talks.Conclude(Enum.Parse<OutcomeKind>(_said["kind"], ignoreCase: true), _said["line"], _stamp),
        "deadline add" => talks.AddDeadline(new DeadlineTerms(_said["label"], Time("at"), Say("reported"), Say("consequence"), Say("by")), _stamp).Refusal,
        "deadline move" => talks.MoveDeadline(Deadline(talks), Time("at"), _stamp, Say("note"), Say("by")),
        "deadline set" => SetDeadline(talks, Deadline(talks)),
        "deadline met" => talks.MeetDeadline(Deadline(talks), Say("note"), _stamp),
        "deadline withdraw" => talks.WithdrawDeadline(Deadline(talks), Say("note"), _stamp),
        "session add" => talks.AddSession(new SessionTerms(Time("at"), Say("until").Length > 0 ? Time("until") : null, Say("place"), Say("who")), _stamp).Refusal,
        "session move" => talks.MoveSession(Session(talks), Time("at"), _stamp, Say("until").Length > 0 ? Time("until") : null, Say("note"), Say("by")),
        "session set" => SetSession(talks, Session(talks)),
        "session start" => talks.StartSession(Session(talks), Time("at"), _stamp),
        "session end" => talks.EndSession(Session(talks), Time("at"), _stamp),
        "session cancel" => talks.CancelSession(Session(talks), Say("note"), _stamp),
        "update add" => AddUpdate(talks),
        "update correct" => talks.CorrectUpdate(Update(talks, "update"), _said["text"], _said.GetValueOrDefault("source", Update(talks, "update").Attribution), _stamp, Link(Update(talks, "update").Link)),
        "update embargo" => talks.MoveEmbargo(Update(talks, "update"), Time("until"), _stamp),
        "update break" => talks.BreakEmbargo(Update(talks, "update"), _said["reason"], _stamp),
        "update approve" => talks.ApproveFlash(Update(talks, "update"), _stamp),
        "update dispute" => talks.Dispute(Update(talks, "update"), Update(talks, "other"), _stamp),
        "point add" => talks.AddPoint(_said["title"], _stamp).Refusal,
        "point set" => SetPoint(talks),
        "point settle" => talks.TurnPoint(Point(talks), PointState.Settled, _stamp),
        "follow add" => talks.AddFollow(Channel(), Settings(), _stamp).Refusal,
        "follow set" => SetFollow(talks),
        "follow remove" => RemoveFollow(talks),
        _ => throw new UnreachableException(path),
    };

    private static void Done(string line, string? refusal) => refusal.ShouldBeNull(line);

    private Negotiation Open()
    {
        var principals = Say("principals").Split("; ").Select(word => word.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        var parties = Say("parties").Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2))
            .Select(pair => new Party(pair[0], pair[1], [.. principals[pair[0]]]));
        var clocks = Say("clocks").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Clock);
        return new(new TalksTerms(_said["slug"], _said["title"], [.. parties], Say("venue"), DateTimeZoneProviders.Tzdb[_said["zone"]], [.. clocks]), _stamp);
    }

    private TalksTerms Terms(Negotiation talks)
    {
        var principals = Or("principals", "").Split("; ").Select(word => word.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        var parties = Or("parties", "").Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)).Select(pair => new Party(pair[0], pair[1], [.. principals[pair[0]]]));
        return talks.Terms with
        {
            Title = Or("title", talks.Title),
            Parties = _said.ContainsKey("parties") ? [.. parties] : talks.Parties,
            Venue = Or("venue", talks.Venue),
            Zone = _said.TryGetValue("zone", out var zone) ? DateTimeZoneProviders.Tzdb[zone] : talks.Zone,
            Clocks = _said.TryGetValue("clocks", out var clocks) ? [.. clocks.Split(", ").Select(Clock)] : talks.Clocks,
        };
    }

    private string? SetDeadline(Negotiation talks, Deadline deadline) => talks.SetDeadline(
        deadline, new DeadlineWords(Or("label", deadline.Label), Or("reported", deadline.AsReported), Or("consequence", deadline.Consequence), Or("by", deadline.SetBy)), _stamp);

    private string? SetSession(Negotiation talks, Session session) => talks.SetSession(
        session, new SessionWords(Or("place", session.Place), Or("who", session.Who), Or("until", "as before") switch { "" => null, "as before" => session.EndsAt, _ => Time("until") }), _stamp);

    /// <summary>What is said of something from now on; as before where nothing is.</summary>
    private string Or(string name, string before) => _said.TryGetValue(name, out var said) ? said == CommandCall.Nothing ? "" : said : before;

    private string? AddUpdate(Negotiation talks)
    {
        var sourcing = Enum.Parse<Sourcing>(Say("tier").Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        var priority = Enum.Parse<WirePriority>(Say("priority"), ignoreCase: true);
        var terms = new UpdateTerms(_said["text"], _said["source"], sourcing, Say("side"), priority, Time("heard").ToInstant())
        {
            Embargo = Say("embargo").Length > 0 ? Time("embargo") : null,
            Link = Link(before: null),
        };
        var (update, refusal) = talks.AddUpdate(terms, _stamp);
        return update is not null && Say("disputes").Length > 0 ? talks.Dispute(update, Update(talks, "disputes"), _stamp) : refusal;
    }

    private Uri? Link(Uri? before) => Say("link") switch
    {
        "" => before,
        CommandCall.Nothing => null,
        var link => new Uri(link),
    };

    /// <summary>What the clock does between two commands.</summary>
    private void LiftDue(Negotiation talks)
    {
        foreach (var update in talks.Updates.Where(known => known.Embargo is not null).OrderBy(known => known.Embargo!.ToInstant()).ToList())
        {
            if (update.Embargo!.ToInstant() is var lift && lift <= _stamp.At)
            {
                talks.LiftEmbargo(update, Stamp.Clock(lift)).ShouldBeTrue();
            }
        }
    }

    private string? SetPoint(Negotiation talks) => Say("state").Length > 0
        ? talks.TurnPoint(Point(talks), Enum.Parse<PointState>(Say("state"), ignoreCase: true), _stamp)
        : talks.WordPoint(Point(talks), _said["side"], _said["wording"], _stamp);

    private string? SetFollow(Negotiation talks)
    {
        talks.SetFollow(talks.Follows.Single(follow => follow.Channel == Channel()), Settings(), _stamp);
        return null;
    }

    private string? RemoveFollow(Negotiation talks)
    {
        talks.RemoveFollow(talks.Follows.Single(follow => follow.Channel == Channel()), _stamp);
        return null;
    }

    private FollowSettings Settings()
    {
        Ladder.TryParse(_said.GetValueOrDefault("ladder", "24h"), out var ladder).ShouldBeTrue();
        var priority = Enum.Parse<WirePriority>(_said.GetValueOrDefault("priority", "regular"), ignoreCase: true);
        LocalTime? digest = HourText.TryParse(_said.GetValueOrDefault("digest", "08:00"), out var hour) ? hour : null;
        return new(Clock(_said.GetValueOrDefault("zone", "Europe/Zurich")), digest, ladder!, priority, _said.GetValueOrDefault("mention"));
    }

    private CivilTime Time(string name) =>
        TimePhrase.Read(_said[name], new TimeContext(_stamp.At, DateTimeZone.Utc, [], TimeTense.Any))
            .ShouldBeOfType<TimeReading.Understood>(_said[name]).Time;

    private static WallClock Clock(string text) => WallClock.TryParse(text, out var clock) ? clock : throw new UnreachableException(text);

    private ChannelAddress Channel() => ChannelAddress.TryParse(_said["channel"], out var channel) ? channel : throw new UnreachableException();

    private Deadline Deadline(Negotiation talks) => talks.Deadlines.Single(known => known.Number == Number("deadline"));

    private Session Session(Negotiation talks) => talks.Sessions.Single(known => known.Number == Number("session"));

    private StickingPoint Point(Negotiation talks) => talks.Points.Single(known => known.Number == Number("point"));

    private Update Update(Negotiation talks, string name) => talks.Updates.Single(known => known.Number == Number(name));

    private int Number(string name) => SubjectNumber.TryRead(_said[name][0], _said[name], out var number) ? number : throw new UnreachableException();

    private string Say(string name) => _said.GetValueOrDefault(name, "");

    [GeneratedRegex("""(?<= )(?<name>[a-z]+):"(?<value>(?:[^"\\]|\\.)*)"(?= |$)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Value();

    [GeneratedRegex("""\\(?<kept>.)""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Escape();
}
