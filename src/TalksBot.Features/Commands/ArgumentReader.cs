using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;

namespace TalksBot.Features.Commands;

/// <summary>The words somebody typed in a command, checked before anything is stored.</summary>
internal static class ArgumentReader
{
    /// <summary>The same for words that may be left unsaid from now on: <c>none</c>, or a quotation of nothing, says so.</summary>
    public static Found<TypedWords> WordsOrNothing(CommandCall call, params ReadOnlySpan<(string Parameter, int Limit)> limits)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, limit) in limits)
        {
            if (call.Find(parameter) is not { } typed)
            {
                continue;
            }

            if (!Words(call, (parameter, limit)).Is(out var read, out var refusal) && !IsNothing(typed))
            {
                return refusal;
            }

            words.Add(parameter, IsNothing(typed) ? "" : read![parameter]);
        }

        return new TypedWords(words);
    }

    /// <summary>True where it was typed that nothing is to be said any more.</summary>
    public static bool IsNothing(string typed) => typed.Trim() is "" || typed.Trim().Equals(CommandCall.Nothing, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tidies every value given; the first one that cannot be kept refuses the command.</summary>
    /// <param name="call">The command.</param>
    /// <param name="limits">The parameters that are words, each with the most characters it may have.</param>
    public static Found<TypedWords> Words(CommandCall call, params ReadOnlySpan<(string Parameter, int Limit)> limits)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, limit) in limits)
        {
            if (call.Find(parameter) is not { } typed)
            {
                continue;
            }

            var hasLines = call.Spec.Parameters.Any(known => known.Name == parameter && known.HasLines);
            var fault = hasLines ? UserText.CheckLines($"The {parameter}", typed, limit, out var tidied) : UserText.Check($"The {parameter}", typed, limit, out tidied);
            if (fault is not null)
            {
                return Reply.Refuse(fault) with { Field = parameter };
            }

            words.Add(parameter, tidied);
        }

        return new TypedWords(words);
    }
}

/// <summary>Tidied words by parameter.</summary>
internal sealed class TypedWords(IReadOnlyDictionary<string, string> words)
{
    /// <summary>The words; empty when the parameter was not given.</summary>
    public string this[string parameter] => words.GetValueOrDefault(parameter, "");

    /// <summary>The words of one parameter by themselves.</summary>
    public TypedWords Only(string parameter) => new(words.Where(word => word.Key == parameter).ToDictionary(StringComparer.Ordinal));

    /// <summary>The words; as before when the parameter was not given.</summary>
    public string Or(string parameter, string before) => words.GetValueOrDefault(parameter, before);
}

/// <summary>The sides of talks as people type them.</summary>
internal static class Sides
{
    /// <summary>The party's code for what was typed in any case of letters; other words stay as they are, for the record to refuse.</summary>
    public static string Code(Negotiation talks, string typed) =>
        talks.Parties.FirstOrDefault(party => party.Code.Equals(typed, StringComparison.OrdinalIgnoreCase))?.Code ?? typed;
}

/// <summary>Parameters that many commands share, worded once.</summary>
internal static class Parameters
{
    public static readonly ParameterSpec Talks = new("talks", ParameterKind.Talks, "the talks, by slug, title or code; those that this channel follows when left out") { Required = true, FromHere = true };

    public static readonly ParameterSpec TalksOrHere = new("talks", ParameterKind.Talks, "the talks, by slug, title or code; those that this channel follows when left out") { FromHere = true };

    public static readonly ParameterSpec Deadline = new("deadline", ParameterKind.Deadline, "the deadline's number, such as D1") { Required = true };

    public static readonly ParameterSpec Session = new("session", ParameterKind.Session, "the session's number, such as S4") { Required = true };

    public static readonly ParameterSpec Point = new("point", ParameterKind.Point, "the sticking point's number, such as P2") { Required = true };

    public static readonly ParameterSpec Note = new("note", ParameterKind.Text, "why, in a sentence") { NamedOnly = true };

    public static readonly ParameterSpec By = new("by", ParameterKind.Text, "by whose word") { NamedOnly = true };

    /// <summary>Does it without asking.</summary>
    public static readonly ParameterSpec Confirm = new(CommandCall.Confirm, ParameterKind.Choice, "yes does it without asking.") { NamedOnly = true, Choices = [CommandCall.Agreed] };

    /// <summary>Posts without a preview, or names the channels that would be told.</summary>
    public static readonly ParameterSpec Post = new(CommandCall.Confirm, ParameterKind.Choice, "yes posts without a preview, which names the channels.") { NamedOnly = true, Choices = [CommandCall.Agreed, CommandCall.Which] };

    /// <summary>An update's number.</summary>
    public static readonly ParameterSpec Update = new("update", ParameterKind.Update, "the update's number, such as #3") { Required = true };

    /// <summary>A required time.</summary>
    public static ParameterSpec At(string summary) => new("at", ParameterKind.Time, summary) { Required = true };
}
