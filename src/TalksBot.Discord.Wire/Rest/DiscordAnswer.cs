namespace TalksBot.Discord.Wire.Rest;

/// <summary>What became of a request: <see cref="Answered{T}"/> or <see cref="Failed{T}"/>, nothing else.</summary>
public abstract record DiscordAnswer<T>
{
    private protected DiscordAnswer()
    {
    }

    /// <summary>Goes on with the value or with the failure.</summary>
    public TResult Match<TResult>(Func<T, TResult> answered, Func<DiscordFailure, TResult> failed) =>
        this is Answered<T> success ? answered(success.Value) : failed(((Failed<T>)this).Failure);
}

/// <summary>Discord did it and said so.</summary>
public sealed record Answered<T>(T Value) : DiscordAnswer<T>;

/// <summary>It did not happen, or nobody knows whether it did.</summary>
public sealed record Failed<T>(DiscordFailure Failure) : DiscordAnswer<T>;

/// <summary>The value of an answer that has none.</summary>
public readonly record struct NoContent;
