using Spectre.Console;
using TalksBot.Core.Commands;

namespace TalksBot.Terminal;

/// <summary>Says what may be meant by a line that is being typed.</summary>
internal interface ILineCompletion
{
    /// <summary>What may be meant, likeliest first.</summary>
    /// <param name="before">The line up to where the person types.</param>
    /// <param name="token">Gives up looking.</param>
    Task<LineOffers> OfferAsync(string before, CancellationToken token);
}

/// <summary>What may stand at the end of a line.</summary>
/// <param name="Start">Where in the line it would begin.</param>
/// <param name="Offers">What there is, with values as they are typed.</param>
/// <param name="Hint">What to say where there is nothing; empty for nothing at all.</param>
internal sealed record LineOffers(int Start, IReadOnlyList<Completion> Offers, string Hint)
{
    private const int Most = 10;

    /// <summary>What can be typed for the person: all of the only offer, or what several begin with; else what they typed.</summary>
    public string Certain(string typed)
    {
        var values = Offers.Select(offer => offer.Value).Distinct(StringComparer.Ordinal).ToList();
        if (values is [var only])
        {
            return only.EndsWith(':') ? only : $"{only} ";
        }

        var shared = values.Count == 0 ? "" : values.Aggregate(Shared);
        return shared.Length > typed.Length && shared.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? shared : typed;
    }

    /// <summary>Whether there is something to read: several offers, or one whose value does not say what it means, such as a time.</summary>
    public bool WantsReading(string typed) => Certain(typed).TrimEnd() == typed.TrimEnd() || (Offers is [var only] && !IsNamed(only));

    /// <summary>The offers for the screen, one a line, cut at its edge; those that have no room are counted.</summary>
    public string Write(int columns)
    {
        var lines = Offers.Take(Most).Select(Say).ToList();
        if (Offers.Count > Most)
        {
            lines.Add($"and {Offers.Count - Most} more: type on");
        }

        if (Offers.Count == 0 && Hint.Length > 0)
        {
            lines.Add(Hint);
        }

        return string.Concat(lines.Select(line => $"  {Cut(ScreenText.Plain(line).ReplaceLineEndings(" "), columns - 3)}\n"));
    }

    /// <summary>What is typed for it and what that means, once where the meaning begins with it.</summary>
    private static string Say(Completion offer) => IsNamed(offer) ? offer.Label : $"{offer.Value} – {offer.Label}";

    private static bool IsNamed(Completion offer) => offer.Label.StartsWith(offer.Value.Trim('"'), StringComparison.Ordinal);

    private static string Shared(string one, string other)
    {
        var length = one.Zip(other).TakeWhile(pair => char.ToUpperInvariant(pair.First) == char.ToUpperInvariant(pair.Second)).Count();
        return one[..length];
    }

    private static string Cut(string line, int columns)
    {
        if (line.GetCellWidth() <= columns)
        {
            return line;
        }

        while (line.Length > 0 && line.GetCellWidth() > columns - 1)
        {
            line = line[..^(char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        }

        return line.TrimEnd() + "…";
    }
}

/// <summary>Commands from the book, and values as every other platform offers them.</summary>
internal sealed class CommandCompletion(ICommandDesk desk, Caller caller) : ILineCompletion
{
    /// <inheritdoc/>
    public async Task<LineOffers> OfferAsync(string before, CancellationToken token)
    {
        var place = LineCompletion.Find(desk.Book, before, caller.Role);
        var offers = new List<Completion>(place.Words);
        var notes = new List<Completion>();
        foreach (var parameter in place.Parameters)
        {
            var values = await desk.CompleteAsync(place.Spec!, parameter.Name, place.Typed, place.Given, caller, token);
            offers.AddRange(values.Where(value => value.Value != place.Typed).Select(AsTyped));

            // Nothing of it would change: it says what the value means, or why it is none.
            notes.AddRange(values.Where(value => value.Value == place.Typed).Select(AsTyped));
        }

        var others = place.Names.Count > 0 ? place.Names : notes;
        return new LineOffers(place.Start, offers.Count > 0 ? offers : others, place.Spec?.Usage ?? "");
    }

    private static Completion AsTyped(Completion offer) => offer with { Value = CommandCall.Quoted(offer.Value) };
}
