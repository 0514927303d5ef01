using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TalksBot.Testing.WholeBot;

/// <summary>Keeps what is logged from information up, line by line, with who said it.</summary>
public sealed class LoggedLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Line)> _lines = [];

    /// <summary>What the outbox said, in order.</summary>
    public IReadOnlyList<(LogLevel Level, string Line)> OfOutbox =>
        [.. _lines.Where(line => line.Category.StartsWith("TalksBot.Features.Outbox", StringComparison.Ordinal)).Select(line => (line.Level, line.Line))];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(LoggedLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines._lines.Enqueue((category, logLevel, formatter(state, exception)));
            }
        }
    }
}
