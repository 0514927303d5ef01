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

/// <summary>Slack did it and said so.</summary>
public sealed record Answered<T>(T Value) : SlackAnswer<T>
{
    /// <summary>What Slack remarked, <c>already_in_channel</c>; empty normally.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the token may do, from the header <c>x-oauth-scopes</c> (slack.md §1); null when Slack did not say.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }
}

/// <summary>It did not happen, or nobody knows whether it did.</summary>
public sealed record Failed<T>(SlackFailure Failure) : SlackAnswer<T>;

/// <summary>Done, and nothing to tell.</summary>
public readonly record struct NoContent;
