using System.Diagnostics.CodeAnalysis;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk;

/// <summary>What was looked for, or the reply that refuses the command.</summary>
internal sealed class Found<T>
    where T : class
{
    private readonly T? _value;
    private readonly Reply? _refusal;

    private Found(T? value, Reply? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    /// <summary>True when it was found.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Reply? refusal)
    {
        value = _value;
        refusal = _refusal;
        return value is not null;
    }

    /// <summary>Found.</summary>
    public static implicit operator Found<T>(T value) => new(value, refusal: null);

    /// <summary>Refused.</summary>
    public static implicit operator Found<T>(Reply refusal) => new(value: null, refusal);
}
