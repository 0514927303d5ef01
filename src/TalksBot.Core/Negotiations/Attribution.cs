using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TalksBot.Core.Negotiations;

/// <summary>The rule for naming sources in print.</summary>
public static partial class Attribution
{
    private static readonly string[] Bare =
        ["source", "sources", "official", "officials", "insider", "insiders", "somebody", "someone", "anonymous", "unnamed", "unknown"];

    private static readonly string[] Fillers =
        ["a", "an", "the", "one", "two", "some", "several", "unnamed", "anonymous", "undisclosed", "our", "my", "and", "or", "say", "says", "said", "reportedly", "according", "to"];

    /// <summary>Words that stand with a capital in the names of institutions, offices and places, never in a person's.</summary>
    private static readonly string[] Institutions =
    [
        "House", "Department", "Ministry", "Commission", "Union", "Office", "Council", "Bank", "Treasury", "Senate", "Congress", "Parliament",
        "Minister", "Representative", "Secretary", "President", "Ambassador", "Street", "York", "Kingdom", "States", "Nations", "Trade", "Prime",
        "Foreign", "Finance", "State", "White", "European", "United", "Federal", "National", "International", "World", "Security", "Court",
        "Diplomat", "Negotiator", "Aide", "Adviser", "Advisor", "Delegate", "Lawmaker", "Observer", "Participant", "Executive", "Mediator",
        "Embassy", "Mission", "Delegation", "Agency", "Authority", "Board", "Committee", "Workers", "Motor", "Motors", "Corporation", "Company",
    ];

    /// <summary>Null when the attribution may be printed, else one sentence of advice.</summary>
    /// <param name="attribution">The attribution.</param>
    /// <param name="sourcing">How well it is sourced: somebody who may not be named must not be.</param>
    public static string? Refuse(string attribution, Sourcing sourcing)
    {
        if (RefuseBare(attribution) is { } advice)
        {
            return advice;
        }

        return (sourcing is Sourcing.Unnamed || SaysSource().IsMatch(attribution)) && NameIn(attribution) is { } name
            ? $"“{name}” reads like a person's name, and a source who may not be named must not be; say what kind of source it is, or give the tier on-record if the name may be printed."
            : null;
    }

    /// <summary>Null when the attribution says what kind of source it is, else one sentence of advice; names are not looked for.</summary>
    public static string? RefuseBare(string attribution)
    {
        var words = Words().Matches(attribution.ToLowerInvariant()).Select(match => match.Value);
        return words.All(word => Bare.Contains(word) || Fillers.Contains(word))
            ? "Say what kind of source it is, such as \"a senior US official\" or \"a diplomat briefed on the talks\"; never a name that may not be printed."
            : null;
    }

    private static string? NameIn(string attribution)
    {
        if (Titled().Match(attribution) is { Success: true } titled)
        {
            return titled.Value;
        }

        return TwoCapitals().Matches(attribution)
            .Select(match => match.Value)
            .Append(Lone().Match(attribution).Groups["name"].Value)
            .Append(AfterSource().Match(attribution).Groups["name"].Value)
            .FirstOrDefault(name => name.Length > 0 && !name.Split(' ').Any(word => Institutions.Contains(word) || IsDemonym(word)));
    }

    /// <summary>As in "Japanese", "Swiss", "American", "British", "Dutch", "Iraqi".</summary>
    private static bool IsDemonym(string word) => DemonymEnding().IsMatch(word);

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^sources?\b|\bsources?\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaysSource();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Dr|Sir|Dame|Prof|named|called)\.? \p{Lu}\p{L}+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b\p{Lu}[\p{Ll}'’-]+ (\p{Lu}\. )?\p{Lu}[\p{L}'’-]*\p{Ll}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoCapitals();

    /// <summary>As in "Tanaka" or "Tanaka, an aide"; a plural, as in "Negotiators", is nobody's.</summary>
    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'’-]*[\p{Ll}-[s]])(?=\s*($|[,;(/]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lone();

    /// <summary>As in "source: Tanaka of the ministry" or "source: TANAKA"; what goes on, as in "source: Toyota executive", says its kind.</summary>
    [GeneratedRegex(@"(?i:\bsources?)\b[\s:–—-]+(?<name>\p{Lu}[\p{L}'’-]*[\p{Ll}-[s]]|\p{Lu}{5,})(?=\s*($|[,;()/.])|\s+(of|from|at|in|who|with|and)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterSource();

    [GeneratedRegex("(ese|ish|ian|ean|can|iss|utch|ench|eek|aqi|eli|ani)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DemonymEnding();
}

/// <summary>How well an update is sourced. Numbers are stored: never renumber.</summary>
public enum Sourcing
{
    /// <summary>Said by a named person for publication.</summary>
    OnRecord = 1,

    /// <summary>Said by an official in that capacity.</summary>
    Official = 2,

    /// <summary>Said by somebody who may not be named.</summary>
    Unnamed = 3,
}

/// <summary>The words for how well something is sourced.</summary>
public static class SourcingWords
{
    /// <summary>As in "on record".</summary>
    public static string Words(this Sourcing sourcing) => sourcing switch
    {
        Sourcing.OnRecord => "on record",
        Sourcing.Official => "official",
        Sourcing.Unnamed => "unnamed source",
        _ => throw new UnreachableException(),
    };
}
