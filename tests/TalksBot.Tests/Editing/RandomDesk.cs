using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Editing;

/// <summary>A newsroom that does things at random: the same things for the same seed.</summary>
internal sealed class RandomDesk(int seed) : IAsyncDisposable
{
    private static readonly string[] Priorities = ["deferred", "regular", "regular", "urgent", "bulletin", "flash"];
    private static readonly string[] Channels = ["desk", "tokyo", "washington", "wire"];
    private static readonly string[] People = ["Ann", "Ben", "Cy"];

    private static readonly ChangeVerb[] Published = [ChangeVerb.Lifted, ChangeVerb.Approved, ChangeVerb.Broken];

    private readonly Random _random = new(seed);
    private readonly List<string> _undos = [];
    private int _words;
    private (int Seen, int Edits) _looked;

    /// <summary>The bot, restarted now and then.</summary>
    public TestBot Bot { get; private set; } = null!;

    /// <summary>True for runs of which there are thousands: little time passes, outages are short, and nobody looks whether hidden words were said.</summary>
    public bool IsBrief { get; init; }

    /// <summary>What was done, for a failing test to tell.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Has people do so many things; after the first run they go on where they were.</summary>
    public async Task RunAsync(int commands)
    {
        Bot ??= await EditingDesk.OpenAsync("desk", "tokyo");
        for (var i = 0; i < commands; i++)
        {
            await StepAsync();
            if (!IsBrief)
            {
                await NothingHiddenWasSaidAsync();
            }
        }

        // The platform answers again, and no channel sleeps longer than a day.
        Bot.Platform.IsDown = false;
        await Bot.AdvanceAsync(IsBrief ? Duration.FromMinutes(1) : Duration.FromHours(25));
    }

    public async ValueTask DisposeAsync() => await Bot.DisposeAsync();

    private async Task StepAsync()
    {
        switch (_random.Next(100))
        {
            case < 10:
                await Bot.AdvanceAsync(Duration.FromMinutes(_random.Next(1, IsBrief ? 12 : 90)));
                break;
            case < 12 when IsBrief:
                Bot.Platform.IsDown = true;
                await SayAsync($"/talks {Add()}");
                await Bot.AdvanceAsync(Duration.FromSeconds(6));
                Bot.Platform.IsDown = false;
                break;
            case < 12:
                Bot.Platform.IsDown = _random.Next(3) == 0;
                break;
            case < 14:
                Bot = await Bot.RestartOnSamePlatformAsync(Duration.FromMinutes(_random.Next(0, 180)));
                break;
            case < 24 when _undos.Count > 0:
                await SayAsync(_undos[_random.Next(Math.Max(0, _undos.Count - 4), _undos.Count)]);
                break;
            default:
                await SayAsync($"/talks {Command()}");
                break;
        }
    }

    /// <summary>Looks at what came up since the last look: later it may be public, and prove nothing.</summary>
    private async Task NothingHiddenWasSaidAsync()
    {
        var (seen, edits) = (Bot.Platform.Seen, Bot.Platform.Edits);
        var fresh = seen.Skip(_looked.Seen).Concat(edits.Skip(_looked.Edits)).Where(post => post.Post.Cause.Kind is not DeliveryKind.Alarm).ToList();
        _looked = (seen.Count, edits.Count);
        var wasPublic = await Bot.ReadAsync(db => db.Changes.Where(change => Published.Contains(change.Verb)).Select(change => change.Subject).ToListAsync());

        // An embargo may lift at any moment by itself, and nothing is hidden again by itself: who may see what is asked last.
        var shown = await Bot.WallAsync() + (Done.Count % 4 == 0 ? await Bot.ApiAsync("listUpdates", "listChanges") : "");
        var updates = await Bot.ReadAsync(db => db.Set<Update>().ToListAsync());
        updates.Where(update => !update.IsPublic).Select(update => update.Text).Where(text => shown.Contains(text, StringComparison.Ordinal))
            .ShouldBeEmpty($"on the wall or in the API after\n{string.Join('\n', Done.TakeLast(5))}");
        foreach (var update in updates.Where(update => update is { IsPublic: false, Killing: null } && !wasPublic.Contains(update.Name)))
        {
            fresh.Find(post => post.Text.Contains(update.Text, StringComparison.Ordinal))?.Text
                .ShouldBeNull($"{update.Name} after\n{string.Join('\n', Done.TakeLast(5))}");
        }
    }

    private async Task SayAsync(string line)
    {
        var by = People[_random.Next(People.Length)];
        var reply = await Bot.SayAsync(line, EditingDesk.Person(by, Role.Chief, Channels[_random.Next(2)]) with { HasAgreed = true });
        Done.Add($"{Bot.Clock.GetCurrentInstant()} {by}: {line} -> {(reply.Refused ? "refused: " : "")}{reply.Body.Heading}");
        if (reply.Body.Buttons.FirstOrDefault(button => button.Label == "Undo") is { } undo)
        {
            _undos.Add(undo.Command);
        }

        // Most commands are given while nothing is under way, some while posts still travel.
        if (_random.Next(3) > 0)
        {
            await Bot.SettleAsync();
        }
    }

    private string Command() => _random.Next(22) switch
    {
        < 4 => Add(),
        < 6 => $"update correct {FoundingNight.Slug} {Update()} \"{Words()}\"",
        6 => $"update kill {FoundingNight.Slug} {Update()} \"it is not so\"",
        7 => $"update embargo {FoundingNight.Slug} {Update()} +{_random.Next(5, 60)}m",
        8 => $"update break {FoundingNight.Slug} {Update()} \"out elsewhere\"",
        9 => $"update {(_random.Next(4) == 0 ? "reject" : "approve")} {FoundingNight.Slug} {Update()}",
        10 => $"update dispute {FoundingNight.Slug} {Update()} {Update()}",
        11 => $"deadline move {FoundingNight.Slug} D{_random.Next(1, 4)} +{_random.Next(1, 30)}h",
        12 => $"deadline add {FoundingNight.Slug} \"in {_random.Next(2, 60)}h\" \"{Words()}\"",
        13 => $"session add {FoundingNight.Slug} \"in {_random.Next(1, 20)}h\"",
        14 => $"acknowledge {FoundingNight.Slug} {(_random.Next(2) == 0 ? Update() : $"D{_random.Next(1, 4)}")}",
        15 => $"follow set {FoundingNight.Slug} channel:terminal:{Channel()} quiet:{(_random.Next(3) == 0 ? "none" : $"{_random.Next(10, 24)}:00-0{_random.Next(10)}:30")} escalate:@chief ladder:\"3h, 30m, 15m, 0\"",
        16 => $"follow add {FoundingNight.Slug} channel:terminal:{Channel()} zone:Tokyo digest:0{_random.Next(10)}:00 ladder:\"3h, 1h, 0\"",
        17 => $"deadline set {FoundingNight.Slug} D{_random.Next(1, 4)} label:{Words()} consequence:{(_random.Next(2) == 0 ? "none" : Words())}",
        18 => $"session set {FoundingNight.Slug} S{_random.Next(1, 4)} place:{Words()}{(_random.Next(2) == 0 ? " until:none" : " until:\"2 hours\"")}",
        19 => $"set {FoundingNight.Slug} venue:{Words()}{(_random.Next(2) == 0 ? " zone:Tokyo" : " title:\"The talks\"")}",
        20 => _random.Next(6) switch { 0 => $"close {FoundingNight.Slug}", 1 => $"outcome {FoundingNight.Slug} agreed \"{Words()}\"", 2 => $"deadline move {FoundingNight.Slug} all +{_random.Next(1, 9)}h", _ => $"reopen {FoundingNight.Slug}" },
        _ => _random.Next(2) == 0 ? $"follow remove {FoundingNight.Slug} channel:terminal:{Channel()}" : $"deadline withdraw {FoundingNight.Slug} D{_random.Next(1, 5)}",
    };

    private string Add()
    {
        var priority = Priorities[_random.Next(Priorities.Length)];
        var embargo = priority != "flash" && _random.Next(3) == 0 ? $" embargo:\"in {_random.Next(1, 120)}m\"" : "";
        var disputes = _random.Next(4) == 0 ? $" disputes:{Update()}" : "";
        return $"update add {FoundingNight.Slug} \"{Words()}\" \"a senior US official\" tier:unnamed priority:{priority}{embargo}{disputes}";
    }

    /// <summary>Words that occur nowhere else.</summary>
    private string Words() => $"word{++_words}x";

    private string Update() => $"#{_random.Next(1, Math.Max(2, _words / 2))}";

    private string Channel() => Channels[_random.Next(Channels.Length)];
}
