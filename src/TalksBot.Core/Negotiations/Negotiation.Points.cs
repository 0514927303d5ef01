namespace TalksBot.Core.Negotiations;

/// <summary>The sticking points of the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<StickingPoint> _points = [];

    /// <summary>The sticking points, in the order they were named.</summary>
    public IReadOnlyList<StickingPoint> Points => _points;

    /// <summary>Names an issue on which the sides differ; null and a sentence when refused.</summary>
    public (StickingPoint? Point, string? Refusal) AddPoint(string title, Stamp stamp)
    {
        var twin = _points.Find(known => string.Equals(known.Title, title, StringComparison.OrdinalIgnoreCase));
        var refusal = RefuseWhenClosed() ?? (twin is null ? null : $"{twin.Name} already names that point.");
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var point = new StickingPoint(++LastPoint, title);
        Keep(stamp, point.Name, ChangeVerb.Added, ChangeValue.None, ChangeValue.Of(title));
        _points.Add(point);
        return (point, null);
    }

    /// <summary>One side words the point so.</summary>
    public string? WordPoint(StickingPoint point, string side, string wording, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? (HasParty(side) ? null : UnknownSide(side));
        if (refusal is null)
        {
            var before = point.Wordings.FirstOrDefault(known => known.Side == side)?.Wording;
            Keep(stamp, point.Name, ChangeVerb.Set, before is null ? ChangeValue.None : new ChangeValue.Wording(side, before), new ChangeValue.Wording(side, wording));
            point.Word(side, wording);
        }

        return refusal;
    }

    /// <summary>The sides come nearer, part again, or settle the point.</summary>
    public string? TurnPoint(StickingPoint point, PointState to, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? (point.State == to ? $"{point.Name} is already {to.Words()}." : null);
        if (refusal is null)
        {
            Keep(stamp, point.Name, to is PointState.Settled ? ChangeVerb.Settled : ChangeVerb.Set, new ChangeValue.Turn(point.State), new ChangeValue.Turn(to));
            point.Turn(to);
        }

        return refusal;
    }
}
