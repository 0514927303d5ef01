using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The desk without a worker: what it queues waits for the worker that is to be killed.</summary>
internal sealed class QueuedBurst : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FullDisk _disk;

    private QueuedBurst(ServiceProvider services, FullDisk disk) => (_services, _disk) = (services, disk);

    public static async Task<QueuedBurst> OpenAsync(TestDatabase database)
    {
        var disk = new FullDisk();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build())
            .AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System))
            .AddLogging()
            .AddStorage()
            .ConfigureDbContext<SqliteTalksDb>(builder => builder.AddInterceptors(disk))
            .AddDesk()
            .BuildServiceProvider();
        await services.GetRequiredService<OpenDatabase>().RunAsync(TestContext.Current.CancellationToken);
        return new QueuedBurst(services, disk);
    }

    /// <summary>Queues so many updates for so many channels.</summary>
    public async Task FillAsync(int channels, int updates)
    {
        await SayAsync("/talks open burst \"A burst\" follow:no");
        for (var i = 0; i < channels; i++)
        {
            await SayAsync($"/talks follow add burst channel:terminal:c{i} digest:none");
        }

        for (var i = 0; i < updates; i++)
        {
            await SayAsync($"/talks update add burst tier:official \"Update {i}\" \"a senior US official\"");
        }
    }

    /// <summary>How many deliveries are so.</summary>
    public async Task<int> CountAsync(Expression<Func<Delivery, bool>> predicate)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TalksDb>().Deliveries.CountAsync(predicate, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the database.</summary>
    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    /// <summary>Leaves the database no page to grow by, as a full disk does. It holds for this desk alone.</summary>
    public void FillDisk() => _disk.IsFull = true;

    /// <summary>Gives a command and returns its answer.</summary>
    /// <param name="line">The command.</param>
    /// <param name="key">What makes it one command however often it is given.</param>
    public Task<Reply> AskAsync(string line, string? key = null)
    {
        var caller = new Caller("editor", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true, IdempotencyKey = key };
        return _services.GetRequiredService<ICommandDesk>().RunAsync(line, caller, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task SayAsync(string line)
    {
        var reply = await AskAsync(line);
        reply.Refused.ShouldBeFalse(reply.Body.Heading);
    }
}
