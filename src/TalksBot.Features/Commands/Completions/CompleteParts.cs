using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Features.Commands.Completions;

/// <summary>The numbered parts of the talks named, or of those followed here, and their sides; what still matters first.</summary>
internal sealed class CompleteParts(RecordLookup find, RecordParts record) : ICompletion
{
    /// <summary>What it completes.</summary>
    public static IReadOnlyList<ParameterKind> Kinds { get; } =
        [ParameterKind.Deadline, ParameterKind.Session, ParameterKind.Subject, ParameterKind.Update, ParameterKind.Point, ParameterKind.Side];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(ask.Call, token)).Is(out var talks, out _))
        {
            return [];
        }

        if (ask.Parameter.Kind is ParameterKind.Update)
        {
            await record.OfferedAsync(talks, ask.Typed, token);
        }

        return [.. Parts(talks, ask.Parameter.Kind).Where(part => ask.Matches(part.Label)).OrderBy(part => Rank(part.Value, ask.Typed))];
    }

    /// <summary>What is typed of a number means that number before those that begin with it, and these before words that hold it.</summary>
    private static int Rank(string name, string typed)
    {
        var number = name.TrimStart('#', 'D', 'S', 'P');
        var wanted = typed.TrimStart('#');
        if (wanted.Length == 0)
        {
            return 0;
        }

        if (number == wanted || name.Equals(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        return number.StartsWith(wanted, StringComparison.Ordinal) || name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
    }

    private static IEnumerable<Completion> Parts(Negotiation talks, ParameterKind kind) => kind switch
    {
        ParameterKind.Deadline => talks.Deadlines
            .OrderByDescending(deadline => deadline.WantsOutcome)
            .ThenBy(deadline => deadline.Number)
            .Select(deadline => new Completion($"{deadline.Name} · {TimeWording.Full(deadline.At)} · {deadline.Label}", deadline.Name)),
        ParameterKind.Session => talks.Sessions
            .OrderByDescending(session => session.State is SessionState.Planned or SessionState.UnderWay)
            .ThenByDescending(session => session.Number)
            .Select(session => new Completion($"{session.Name} · {TimeWording.Full(session.StartsAt)} · {session.Place}", session.Name)),
        ParameterKind.Subject => Parts(talks, ParameterKind.Deadline).Concat(Parts(talks, ParameterKind.Session)),
        ParameterKind.Update => talks.Updates
            .Where(update => update.IsPublic || update is { Killing: null, Embargo: not null } || update.AwaitsApproval)
            .OrderByDescending(update => update.Number)
            .Select(update => new Completion($"{update.Name} · {Said(update)}", update.Name)),
        ParameterKind.Point => talks.Points
            .OrderBy(point => point.State)
            .ThenBy(point => point.Number)
            .Select(point => new Completion($"{point.Name} · {point.Title}", point.Name)),
        ParameterKind.Side => talks.Parties.Select(party => new Completion($"{party.Code} – {party.Name}", party.Code)),
        _ => [],
    };

    /// <summary>The words of what may be shown; of the rest only why not.</summary>
    private static string Said(Update update) => update switch
    {
        { IsPublic: true } => update.OneLine,
        { Embargo: not null } => "under embargo",
        _ => "waits for a second editor",
    };
}
