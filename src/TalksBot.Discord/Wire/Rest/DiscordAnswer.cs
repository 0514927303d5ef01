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
