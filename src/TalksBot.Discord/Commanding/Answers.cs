using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;

namespace TalksBot.Discord.Commanding;

/// <summary>Runs work that somebody waits for, and answers them in time.</summary>
internal sealed partial class Answers(ReplyMessage message, TimeProvider time, ILogger<Answers> log)
{
    /// <summary>Discord gives up after three seconds; the way there and back needs some of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    private long _late;

    /// <summary>An answer that is yet to be given.</summary>
    public Answer To(InteractionContext context) => new(context, message, log);

    /// <summary>Runs the work once and gives its reply; work whose person has been told that it failed is not begun (docs/decisions/0009).</summary>
    /// <param name="context">What somebody did.</param>
    /// <param name="work">What is to be done about it.</param>
    /// <param name="changes">True when it changes the record.</param>
    /// <param name="rewrite">Opens a form in which long texts can be written anew if the work is refused; null for none.</param>
    /// <returns>The reply; null when it could not be given, or the work was not begun.</returns>
    public async Task<Reply?> RunAsync(InteractionContext context, Func<Task<Reply>> work, bool changes, PostButton? rewrite = null)
    {
        // An answer on its way is not called back when the program stops; the client's own timeout ends it.
        var token = CancellationToken.None;
        var answer = To(context);
        var age = time.GetUtcNow() - context.Interaction.Id.MadeAt;
        var isDeferred = false;
        Got(context.Connection.Name, context.Interaction.Id, age.TotalMilliseconds);
        if (age > Patience || context.MayBeAnothers)
        {
            isDeferred = await answer.DeferAsync(token);
            if (!isDeferred)
            {
                NotBegun(context);
                return null;
            }
        }

        var working = Task.Run(work, token);
        if (!isDeferred && await Task.WhenAny(working, Task.Delay(Patience, token)) != working)
        {
            await answer.DeferAsync(token);
        }

        var reply = await working;
        if (await answer.GiveAsync(reply, reply.Refused ? rewrite : null, token) is null)
        {
            return reply;
        }

        if (changes)
        {
            await answer.ConfessAsync(reply.Refused, token);
        }

        return null;
    }

    private void NotBegun(InteractionContext context)
    {
        if (!context.MayBeAnothers)
        {
            TooLate(context.Connection.Name, context.Interaction.Id, Interlocked.Increment(ref _late));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Connection} got interaction {Interaction}, {Age} ms old")]
    private partial void Got(string connection, Snowflake interaction, double age);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} got interaction {Interaction} after Discord had given it up and told its person so; the command was not run ({Count} since the start)")]
    private partial void TooLate(string connection, Snowflake interaction, long count);
}
