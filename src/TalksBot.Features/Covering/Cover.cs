using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Sessions;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Covering;

/// <summary>Says who of the desk covers a deadline or session; its alerts name them from then on.</summary>
internal sealed class Cover(RecordLookup find, CoverInput input, IClock clock)
{
    /// <summary>A change to the record that says who covers something; it answers the sentence that refuses it, or null.</summary>
    public delegate string? Covered<in T>(Negotiation talks, T subject, Coverage? by, Stamp stamp);

    /// <summary>What the command of a sort of subject is.</summary>
    public static CommandSpec Spec(ParameterSpec subject, string example) => new(
        $"{subject.Name} cover", $"say who covers a {subject.Name}, so that its alerts name them", Role.Reporter, [Parameters.Talks, subject, CoverInput.Who, CoverInput.Ping])
    {
        Changes = true,
        Example = $"/talks {subject.Name} cover us-japan-autos {example}",
    };

    /// <summary>Whoever is named by a mention is asked after before anything is changed.</summary>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => input.AskAsync(call, token);

    /// <summary>Says it.</summary>
    /// <param name="call">The command.</param>
    /// <param name="named">The subject that it names.</param>
    /// <param name="cover">The change to the record.</param>
    /// <param name="says">What is answered then.</param>
    public async Task<Reply> RunAsync<T>(
        CommandCall call, Func<CommandCall, Negotiation, Found<T>> named, Covered<T> cover, Func<Negotiation, T, string> says, CancellationToken token)
        where T : class
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !named(call, talks).Is(out var subject, out refusal)
            || !input.Read(call).Is(out var covering, out refusal))
        {
            return refusal;
        }

        return cover(talks, subject, covering.By, call.Stamp(now)) is { } fault ? Reply.Refuse(fault) : Reply.Answer(says(talks, subject));
    }
}

/// <summary>Says who covers a deadline.</summary>
internal sealed class CoverDeadline(Cover cover) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Cover.Spec(Parameters.Deadline, "D1 me");

    /// <inheritdoc/>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => cover.AskAsync(call, token);

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await cover.RunAsync(
        call,
        RecordLookup.Deadline,
        (talks, deadline, by, stamp) => talks.CoverDeadline(deadline, by, stamp),
        (talks, deadline) => $"{deadline.Name} {CoverWording.Said(deadline.Cover)} · {talks.Title}: {deadline.Label}",
        token);
}

/// <summary>Says who covers a session.</summary>
internal sealed class CoverSession(Cover cover) : IDeclaredCommand, IAskFirst
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = Cover.Spec(Parameters.Session, "S1 \"Ben Miller\"");

    /// <inheritdoc/>
    public Task<Reply?> AskAsync(CommandCall call, CancellationToken token) => cover.AskAsync(call, token);

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await cover.RunAsync(
        call,
        RecordLookup.Session,
        (talks, session, by, stamp) => talks.CoverSession(session, by, stamp),
        (talks, session) => $"{session.Name} {CoverWording.Said(session.Cover)} · {TalksHeading.Of(talks, SessionWording.WhoAndWhere(session))}",
        token);
}
