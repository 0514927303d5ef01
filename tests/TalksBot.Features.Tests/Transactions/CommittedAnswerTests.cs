using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalksBot.Features.Tests.Records;

namespace TalksBot.Features.Tests.Transactions;

/// <summary>Once a change is committed nothing that follows can turn its answer into a refusal.</summary>
public sealed class CommittedAnswerTests
{
    private const string Line = "deadline add steel \"28 Jun 1995 18:00\" \"first stage\"";

    [Fact]
    public async Task A_scheduler_that_has_shut_down_does_not_make_a_change_undone()
    {
        await using var desk = await RecordDesk.OpenAsync();
        var scheduler = await desk.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: true, TestContext.Current.CancellationToken);

        var reply = await desk.RunAsync(Line);

        reply.Refused.ShouldBeFalse(reply.Body.Heading);
        (await desk.ReadAsync(db => db.Deadlines.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_right_after_the_commit_is_answered_with_what_was_done()
    {
        using var stopping = new CancellationTokenSource();
        await using var desk = await RecordDesk.OpenAsync(services => services.AddSingleton<ISchedulerFactory>(new StoppingScheduler(stopping)));

        var reply = await desk.RunUntilAsync(Line, stopping.Token);

        stopping.IsCancellationRequested.ShouldBeTrue();
        reply.Refused.ShouldBeFalse(reply.Body.Heading);
        (await desk.ReadAsync(db => db.Deadlines.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_before_the_commit_changes_nothing_and_says_so()
    {
        using var stopping = new CancellationTokenSource();
        await using var desk = await RecordDesk.OpenAsync();
        await stopping.CancelAsync();

        var reply = await desk.RunUntilAsync(Line, stopping.Token);

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldBe("TalksBot is stopping; nothing was changed. Give the command again once it runs.");
        (await desk.ReadAsync(db => db.Deadlines.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    /// <summary>It is first asked for when the change is committed: the program stops at that moment.</summary>
    private sealed class StoppingScheduler(CancellationTokenSource stopping) : ISchedulerFactory
    {
        public ValueTask<List<IScheduler>> GetAllSchedulers(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IScheduler?> LookupScheduler(string schedName, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async ValueTask<IScheduler> GetScheduler(CancellationToken cancellationToken = default)
        {
            await stopping.CancelAsync();
            throw new OperationCanceledException(stopping.Token);
        }
    }
}
