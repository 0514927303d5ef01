namespace TalksBot.Core.Deliveries;

/// <summary>The names under which kinds of deliveries are printed and exported.</summary>
public static class DeliveryKindNames
{
    /// <summary>The kind's published name, such as <c>deadline-passed</c>.</summary>
    public static string Name(this DeliveryKind kind) => kind switch
    {
        DeliveryKind.Countdown => "countdown",
        DeliveryKind.DeadlinePassed => "deadline-passed",
        DeliveryKind.DeadlineMoved => "deadline-moved",
        DeliveryKind.Outcome => "outcome",
        DeliveryKind.Session => "session",
        DeliveryKind.Update => "update",
        DeliveryKind.Correction => "correction",
        DeliveryKind.Kill => "kill",
        DeliveryKind.Digest => "digest",
        DeliveryKind.Alarm => "alarm",
        DeliveryKind.Status => "status",
        DeliveryKind.Live => "live-status",
        DeliveryKind.Bundle => "bundle",
        DeliveryKind.Escalation => "escalation",
        DeliveryKind.Undone => "undone",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
