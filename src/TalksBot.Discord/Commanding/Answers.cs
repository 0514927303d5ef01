using System.Globalization;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Runs work that somebody waits for, and answers them in time.</summary>
internal sealed partial class Answers(IReplyForm form, ReplyButtons buttons, TimeProvider time, ILogger<Answers> log)
{
    /// <summary>Discord gives up after three seconds; the way there and back needs some of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1_500);

    private long _late;

    /// <summary>An answer that is yet to be given.</summary>
    public Answer To(Visit visit) => new(visit, form, buttons, log);

    /// <summary>Runs the work once and gives its reply; work whose person has been told that it failed is not begun (docs/decisions/0009).</summary>
    /// <param name="visit">What somebody did.</param>
    /// <param name="work">What is to be done about it.</param>
    /// <param name="changes">True when it changes the record.</param>
    /// <param name="rewrite">A line whose long texts can be written anew if the work is refused; null for none.</param>
    /// <returns>The reply; null when it could not be given, or the work was not begun.</returns>
    public async Task<Reply?> RunAsync(Visit visit, Func<Task<Reply>> work, bool changes, string? rewrite = null)
    {
        // An answer on its way is not called back when the program stops; the client's own timeout ends it.
        var token = CancellationToken.None;
        var answer = To(visit);
        var age = time.GetUtcNow() - visit.Interaction.Id.MadeAt;
        var isDeferred = false;
        Got(visit.Connection.Name, visit.Interaction.Id, age.TotalMilliseconds);
        if (age > Patience)
        {
            isDeferred = await answer.DeferAsync(token);
            if (!isDeferred)
            {
                TooLate(visit.Connection.Name, visit.Interaction.Id, Interlocked.Increment(ref _late));
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

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Connection} got interaction {Interaction}, {Age} ms old")]
    private partial void Got(string connection, Snowflake interaction, double age);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} got interaction {Interaction} after Discord had given it up and told its person so; the command was not run ({Count} since the start)")]
    private partial void TooLate(string connection, Snowflake interaction, long count);
}

/// <summary>The file of a reply as an attachment.</summary>
internal static class ReplyAttachment
{
    /// <summary>The most bytes Discord takes in a file where an interaction does not say (discord.md §3).</summary>
    public const long Largest = 10 * 1024 * 1024;

    private const double Megabyte = 1024 * 1024;
    private const string Mend = "ask for another format, or run the program's own export where TalksBot runs.";

    /// <summary>The reply; where its file is larger than Discord takes, a refusal instead.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="largest">The most bytes a file may have.</param>
    public static Reply Fit(Reply reply, long largest) => reply.File is { Bytes.Length: var size } file && size > largest
        ? Reply.Refuse(string.Create(
            CultureInfo.InvariantCulture, $"{file.Name} has {size / Megabyte:0.0} MB, and Discord takes {largest / Megabyte:0.#} here; {Mend}"))
        : reply;

    /// <summary>What to say in place of a reply whose files Discord turned away: its words, where they stand for themselves.</summary>
    public static Reply Without(Reply reply) => reply.File is { } file
        ? Reply.Refuse($"Discord did not take {file.Name}; {Mend}")
        : reply with { Body = PictureNotice.Without(reply.Body) };

    /// <summary>The attachments; none where the reply has no file.</summary>
    public static IReadOnlyList<FileUpload> Of(Reply reply) =>
        reply.File is { } file ? [new FileUpload(file.Name, file.Bytes, ContentType: file.MediaType)] : [];
}
