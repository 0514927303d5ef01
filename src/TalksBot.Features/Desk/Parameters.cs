using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk;

/// <summary>Parameters that many commands share, worded once.</summary>
internal static class Parameters
{
    public static readonly ParameterSpec Talks = new("talks", ParameterKind.Talks, "the talks, by slug, title or code; those that this channel follows when left out") { Required = true, FromHere = true };

    public static readonly ParameterSpec TalksOrHere = new("talks", ParameterKind.Talks, "the talks, by slug, title or code; those that this channel follows when left out") { FromHere = true };

    public static readonly ParameterSpec Deadline = new("deadline", ParameterKind.Deadline, "the deadline's number, such as D1") { Required = true };

    public static readonly ParameterSpec Session = new("session", ParameterKind.Session, "the session's number, such as S4") { Required = true };

    public static readonly ParameterSpec Point = new("point", ParameterKind.Point, "the sticking point's number, such as P2") { Required = true };

    public static readonly ParameterSpec Note = new("note", ParameterKind.Text, "why, in a sentence") { NamedOnly = true };

    /// <summary>Does it without asking.</summary>
    public static readonly ParameterSpec Confirm = new(CommandCall.Confirm, ParameterKind.Choice, "yes does it without asking.") { NamedOnly = true, Choices = [CommandCall.Agreed] };

    /// <summary>Posts without a preview, or names the channels that would be told.</summary>
    public static readonly ParameterSpec Post = new(CommandCall.Confirm, ParameterKind.Choice, "yes posts without a preview, which names the channels.") { NamedOnly = true, Choices = [CommandCall.Agreed, CommandCall.Which] };

    /// <summary>An update's number.</summary>
    public static readonly ParameterSpec Update = new("update", ParameterKind.Update, "the update's number, such as #3") { Required = true };

    /// <summary>A required time.</summary>
    public static ParameterSpec At(string summary) => new("at", ParameterKind.Time, summary) { Required = true };
}
