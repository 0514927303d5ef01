namespace TalksBot.Core.Negotiations;

/// <summary>One side of the talks.</summary>
/// <param name="Code">Its short name, such as <c>US</c>; unique within the talks.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Principals">Who speaks for it, with their office.</param>
public sealed record Party(string Code, string Name, IReadOnlyList<string> Principals)
{
    /// <summary>Equal when every principal is equal too.</summary>
    public bool Equals(Party? other) =>
        other is not null && Code == other.Code && Name == other.Name && Principals.SequenceEqual(other.Principals);

    /// <summary>Agrees with <see cref="Equals(Party?)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Principals.Count);
}
