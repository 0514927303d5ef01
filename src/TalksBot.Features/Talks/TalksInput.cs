using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Talks;

/// <summary>Reads what people write about talks as a whole.</summary>
internal static class TalksInput
{
    private const int MostParties = 12;

    private const int MostClocks = 8;

    private const int MostChoices = 5;

    private const string ZoneName = "zone";

    private const int LongestCode = 12;

    /// <summary>Sides as <c>US=United States; JP=Japan</c>, their speakers as <c>US: Name, office; JP: Name, office</c>.</summary>
    public static Found<IReadOnlyList<Party>> Parties(TypedWords words)
    {
        var parties = new List<Party>();
        foreach (var item in Items(words["parties"]))
        {
            var (code, name) = Split(item, '=');
            code = code.ToUpperInvariant();
            if (name.Length is 0 or > UserText.LineLimit || !IsCode(code))
            {
                return Reply.Refuse("Write the sides as \"US=United States; JP=Japan\", each with a code of at most 12 letters, digits and hyphens.");
            }

            if (parties.Exists(known => known.Code == code))
            {
                return Reply.Refuse($"{code} is named twice; give every side a code of its own.");
            }

            parties.Add(new Party(code, name, []));
        }

        return parties.Count > MostParties
            ? Reply.Refuse($"Talks have at most {MostParties} sides; leave the minor ones out.")
            : WithPrincipals(parties, words["principals"]);
    }

    /// <summary>The sides as they read from now on; those whose code stays keep who speaks for them, unless that is given too.</summary>
    /// <param name="words">What was typed; empty words leave all of them out.</param>
    /// <param name="call">The command.</param>
    /// <param name="before">The sides as they read now.</param>
    public static Found<IReadOnlyList<Party>> Parties(TypedWords words, CommandCall call, IReadOnlyList<Party> before)
    {
        var sides = before;
        if (call.Find("parties") is not null)
        {
            if (!Parties(words.Only("parties")).Is(out var named, out var refusal))
            {
                return refusal;
            }

            sides = [.. named.Select(party => party with { Principals = before.FirstOrDefault(known => known.Code == party.Code)?.Principals ?? [] })];
        }

        return call.Find("principals") is null
            ? new List<Party>(sides)
            : WithPrincipals([.. sides.Select(party => party with { Principals = [] })], words["principals"]);
    }

    /// <summary>The clocks of the talks; others when none are given.</summary>
    public static Found<IReadOnlyList<WallClock>> Clocks(CommandCall call, IReadOnlyList<WallClock> otherwise)
    {
        if (call.Find("clocks") is not { } typed)
        {
            return new List<WallClock>(otherwise);
        }

        var clocks = new List<WallClock>();
        foreach (var item in typed.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!WallClock.TryParse(item, out var clock))
            {
                return Reply.Refuse(ZoneNames.Read(item) is ZoneReading.Ambiguous several
                    ? several.Why
                    : $"“{Echo.Of(item)}” is no clock; write zones such as \"America/New_York, Geneva=Europe/Zurich\".");
            }

            clocks.Add(clock);
        }

        return clocks.Count switch
        {
            0 => Reply.Refuse("Name at least one clock, such as Europe/Zurich, or leave clocks out."),
            > MostClocks => Reply.Refuse($"Talks have at most {MostClocks} clocks; leave some out."),
            _ => clocks,
        };
    }

    /// <summary>A zone or place; a name with several meanings is refused with each of them as a choice.</summary>
    public static Found<WallClock> Zone(CommandCall call, WallClock fallback) => call.Find(ZoneName) is not { } typed ? fallback : ZoneNames.Read(typed) switch
    {
        ZoneReading.Known known => known.Clock,
        ZoneReading.Ambiguous several => Reply.Refuse(several.Why, Choices(call, several.Options.Select(clock => clock.Zone.Id))),
        ZoneReading.Unknown unknown => Reply.Refuse(
            unknown.Suggestions.Count == 0 ? $"{unknown.Why} Write a city, or an IANA name such as Europe/Zurich." : $"{unknown.Why} Did you mean {string.Join(", ", unknown.Suggestions)}?",
            Choices(call, unknown.Suggestions)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>True for words that name a zone, or several.</summary>
    public static bool IsZone(string typed) => ZoneNames.Read(typed) is not ZoneReading.Unknown;

    private static IReadOnlyList<PostButton> Choices(CommandCall call, IEnumerable<string> zones) =>
        [.. zones.Take(MostChoices).Select(zone => new PostButton(zone, call.Retyped(ZoneName, zone)))];

    private static Found<IReadOnlyList<Party>> WithPrincipals(List<Party> parties, string principals)
    {
        foreach (var item in Items(principals))
        {
            var (side, who) = Split(item, ':');
            var code = side.ToUpperInvariant();
            var index = parties.FindIndex(party => party.Code == code);
            if (index < 0 || who.Length is 0 or > UserText.LineLimit)
            {
                return Reply.Refuse("Write who speaks for each side as \"US: Name, office; JP: Name, office\", with the codes given as parties.");
            }

            parties[index] = parties[index] with { Principals = [.. parties[index].Principals, who] };
        }

        return parties;
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(c => c == '-' || (char.IsLetterOrDigit(c) && !char.IsLower(c)));

    private static string[] Items(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Left, string Right) Split(string item, char mark)
    {
        var at = item.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (item, "") : (item[..at].Trim(), item[(at + 1)..].Trim());
    }
}
