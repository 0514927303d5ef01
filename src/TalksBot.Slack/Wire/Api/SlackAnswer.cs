namespace TalksBot.Slack.Wire.Api;

/// <summary>What became of a call: <see cref="Answered{T}"/> or <see cref="Failed{T}"/>, nothing else.</summary>
public abstract record SlackAnswer<T>
{
    private protected SlackAnswer()
    {
    }

    /// <summary>Goes on with the value or with the failure.</summary>
    public TResult Match<TResult>(Func<T, TResult> answered, Func<SlackFailure, TResult> failed) =>
        this is Answered<T> success ? answered(success.Value) : failed(((Failed<T>)this).Failure);

    /// <summary>The same answer with another view of its value.</summary>
    internal SlackAnswer<TOther> Select<TOther>(Func<T, TOther> view) =>
        this is Answered<T> success
            ? new Answered<TOther>(view(success.Value)) { Warnings = success.Warnings, Scopes = success.Scopes }
            : new Failed<TOther>(((Failed<T>)this).Failure);
}
