namespace TalksBot.Core.Agenda;

/// <summary>A moment the agenda should hold.</summary>
/// <param name="Kind">What falls due.</param>
/// <param name="SubjectId">The row of the deadline, session or follow.</param>
/// <param name="Due">When.</param>
/// <param name="Rung">As in <see cref="DueMoment.Rung"/>.</param>
public sealed record PlannedMoment(MomentKind Kind, int SubjectId, Instant Due, Duration Rung)
{
    /// <summary>What an existing moment would be planned as.</summary>
    public static PlannedMoment Of(DueMoment moment) => new(moment.Kind, moment.SubjectId, moment.Due, moment.Rung);
}
