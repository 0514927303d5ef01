using System.Globalization;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>Who followed filed talks, as commands; a channel of another platform is played by one on the terminal.</summary>
internal sealed class FollowSteps
{
    private const string Terminal = "terminal";
    private static readonly ChannelAddress DeskChannel = new(Terminal, "", "desk");

    private readonly FiledTalks _talks;
    private readonly StoryChanges _changes;
    private readonly Dictionary<string, ChannelAddress> _played = [];
    private readonly Dictionary<string, int> _numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FollowSettings> _settings;

    public FollowSteps(FiledTalks talks, StoryChanges changes)
    {
        _talks = talks;
        _changes = changes;
        _settings = talks.Follows.ToDictionary(follow => follow.Channel.ToString(), follow => follow.Settings);
        var taken = talks.Follows.Select(follow => follow.Channel).Where(channel => channel.Platform == Terminal).ToHashSet();
        foreach (var channel in talks.Follows.Select(follow => follow.Channel))
        {
            _played[channel.ToString()] = channel.Platform == Terminal ? channel : Play(channel, taken);
        }
    }

    /// <summary>True for a channel that follows.</summary>
    public bool Knows(string subject) => _played.ContainsKey(subject);

    /// <summary>The newsroom's own channel follows: for talks that nobody else follows.</summary>
    public string Desk() => StoryLine.Write("follow add", ("talks", _talks.Slug), ("channel", DeskChannel.ToString()));

    /// <summary>The commands that made a change; none where a channel was muted, which the terminal never is.</summary>
    public IEnumerable<string> Lines(int index)
    {
        var change = _changes[index];
        return change.Verb switch
        {
            ChangeVerb.Added when IsAfterMuting(index) => [Write("follow set", change, SettingsAt(index))],
            ChangeVerb.Added => [Write("follow add", change, SettingsAt(index))],
            ChangeVerb.Set => [Write("follow set", change, SettingsAt(index))],
            ChangeVerb.Removed => [Write("follow remove", change, [])],
            _ => [],
        };
    }

    private string Write(string path, FiledChange change, IEnumerable<(string Name, string? Value)> settings) => StoryLine.Write(
        path, [("talks", _talks.Slug), ("channel", _played[change.Subject].ToString()), .. settings]);

    /// <summary>The settings are as filed, but where they were changed later the change still says how they read.</summary>
    private IEnumerable<(string Name, string? Value)> SettingsAt(int index)
    {
        var next = _changes.After(index, ChangeVerb.Set, ChangeVerb.Added).FirstOrDefault();
        var value = next is { Verb: ChangeVerb.Set } ? next.Old : _changes[index].New;
        return Settings(value is ChangeValue.Following following ? following.Settings : _settings[_changes[index].Subject]);
    }

    private static IEnumerable<(string Name, string? Value)> Settings(FollowSettings settings) =>
    [
        ("zone", settings.Clock.ToString()),
        ("digest", settings.DigestAt is { } hour ? HourText.Write(hour) : "none"),
        ("ladder", settings.Ladder.ToString()),
        ("priority", settings.LeastPriority.ToString().ToLowerInvariant()),
        ("quiet", settings.Quiet?.ToString()),
        ("live", settings.Live ? "yes" : null),
        ("thread", settings.Thread ? "yes" : null),
        ("mention", settings.Mention),
        ("escalate", settings.Escalate),
    ];

    private bool IsAfterMuting(int index) => _changes.LastBefore(index, except: ChangeVerb.Set) is { Verb: ChangeVerb.Muted };

    /// <summary>A channel of the same name, or with the lowest number after it that is free.</summary>
    private ChannelAddress Play(ChannelAddress channel, HashSet<ChannelAddress> taken)
    {
        var last = channel.Channel.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(DeskChannel.Channel);
        var number = _numbered.GetValueOrDefault(last, 1);
        var played = Named(last, number);
        while (!taken.Add(played))
        {
            played = Named(last, ++number);
        }

        _numbered[last] = number;
        return played;
    }

    private static ChannelAddress Named(string name, int number) =>
        new(Terminal, "", number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
}
