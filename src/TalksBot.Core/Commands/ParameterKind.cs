namespace TalksBot.Core.Commands;

/// <summary>What a parameter's value means; platforms choose the input and the completion by it.</summary>
public enum ParameterKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A negotiation's slug.</summary>
    Talks,

    /// <summary>A deadline's number, such as <c>D1</c>.</summary>
    Deadline,

    /// <summary>A session's number, such as <c>S4</c>.</summary>
    Session,

    /// <summary>An update's number, such as <c>#3</c>.</summary>
    Update,

    /// <summary>A sticking point's number, such as <c>P2</c>.</summary>
    Point,

    /// <summary>The code of a party.</summary>
    Side,

    /// <summary>A time as people type it.</summary>
    Time,

    /// <summary>A length of time, such as <c>6h</c>.</summary>
    Span,

    /// <summary>A time zone or place.</summary>
    Zone,

    /// <summary>A channel, by its address; platforms may let it be picked.</summary>
    Channel,

    /// <summary>A person, or a role or group of a platform; platforms may let them be picked.</summary>
    Person,

    /// <summary>One of <see cref="ParameterSpec.Choices"/>.</summary>
    Choice,
}
