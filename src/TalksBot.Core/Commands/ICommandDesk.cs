namespace TalksBot.Core.Commands;

/// <summary>Where platforms hand in commands. Never throws for anything a person can type or a database can do.</summary>
public interface ICommandDesk
{
    /// <summary>Every command there is.</summary>
    CommandBook Book { get; }

    /// <summary>Runs one line as typed, with or without the leading <c>/talks</c>.</summary>
    Task<Reply> RunAsync(string line, Caller caller, CancellationToken token);

    /// <summary>Runs a command whose words a platform has already put in their places.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken token);
}
