using Microsoft.Extensions.Logging;
using Moq;
using TalksBot.Chat.Commanding;

namespace TalksBot.Chat.Tests.Commanding;

public sealed class CommandBoundaryTests
{
    private readonly Mock<ILogger<CommandBoundary>> _log = new();

    public CommandBoundaryTests() => _log.Setup(log => log.IsEnabled(LogLevel.Error)).Returns(true);

    [Fact]
    public async Task A_bug_is_logged_and_goes_no_further()
    {
        await new CommandBoundary(_log.Object).RunAsync("discord:main", "a press", () => throw new InvalidOperationException("A bug."), CancellationToken.None);

        Logged(Times.Once());
    }

    [Fact]
    public async Task The_end_of_the_program_is_no_bug()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await new CommandBoundary(_log.Object).RunAsync("discord:main", "a press", () => throw new OperationCanceledException(), stopping.Token);

        Logged(Times.Never());
    }

    [Fact]
    public async Task What_is_under_way_is_waited_for()
    {
        var boundary = new CommandBoundary(_log.Object);
        var work = new TaskCompletionSource();
        boundary.Begin("discord:main", "a press", () => work.Task, CancellationToken.None);

        var done = boundary.WhenDone();
        done.IsCompleted.ShouldBeFalse();
        work.SetResult();

        await done.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private void Logged(Times times) => _log.Verify(
        log => log.Log(LogLevel.Error, It.IsAny<EventId>(), It.IsAny<It.IsAnyType>(), It.IsAny<InvalidOperationException>(), It.IsAny<Func<It.IsAnyType, Exception?, string>>()), times);
}
