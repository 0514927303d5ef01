namespace TalksBot.Core.Commands;

/// <summary>What one command does. It runs inside one transaction that is committed unless it refuses.</summary>
public interface ICommand
{
    /// <summary>Does it and answers.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken token);
}

/// <summary>A command that says itself how it is typed.</summary>
public interface IDeclaredCommand : ICommand
{
    /// <summary>How it is declared.</summary>
    static abstract CommandSpec Spec { get; }
}

/// <summary>Where platforms hand in commands. Never throws for anything a person can type or a database can do.</summary>
public interface ICommandDesk
{
    /// <summary>Every command there is.</summary>
    CommandBook Book { get; }

    /// <summary>Runs one line as typed, with or without the leading <c>/talks</c>.</summary>
    Task<Reply> RunAsync(string line, Caller caller, CancellationToken token);

    /// <summary>Runs a command whose words a platform has already put in their places.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken token);

    /// <summary>The command with what its form is to show, where the record knows that already.</summary>
    /// <param name="call">The command behind the button that opens the form.</param>
    Task<CommandCall> FillAsync(CommandCall call, CancellationToken token) => Task.FromResult(call);

    /// <summary>What may be meant by a value that is still being typed, likeliest first; a platform shows as many as it can.</summary>
    /// <param name="spec">The command being given.</param>
    /// <param name="parameter">The parameter being typed.</param>
    /// <param name="typed">What is typed of it so far; perhaps nothing.</param>
    /// <param name="given">What the other parameters hold so far, by name.</param>
    /// <param name="caller">Who types, and where.</param>
    Task<IReadOnlyList<Completion>> CompleteAsync(
        CommandSpec spec,
        string parameter,
        string typed,
        IReadOnlyDictionary<string, string> given,
        Caller caller,
        CancellationToken token);
}
