using System.Globalization;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Files, uploaded in three steps and shown by the bot's own messages (slack.md §4).</summary>
public sealed class FileMethods
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(4);

    private readonly ApiTransport _transport;
    private readonly TimeProvider _time;

    internal FileMethods(ApiTransport transport, TimeProvider time) => (_transport, _time) = (transport, time);

    /// <summary>Uploads a file that nobody sees until a message shows it; wait until it is ready before that.</summary>
    public Task<SlackAnswer<SlackFile>> UploadAsync(FileUpload file, CancellationToken cancellationToken) =>
        UploadAsync(file, channel: null, cancellationToken);

    /// <summary>Uploads a file that a channel shows as a message of its own.</summary>
    public Task<SlackAnswer<SlackFile>> ShareAsync(FileUpload file, string channel, CancellationToken cancellationToken) =>
        UploadAsync(file, channel, cancellationToken);

    private async Task<SlackAnswer<SlackFile>> UploadAsync(FileUpload file, string? channel, CancellationToken cancellationToken)
    {
        var asked = await _transport.SendAsync(
            new(ApiMethod.UploadTicket, RequestBody.Form(
                ("filename", file.Filename),
                ("length", file.Bytes.Length.ToString(CultureInfo.InvariantCulture)),
                ("alt_txt", file.AltText))),
            WireJson.Default.UploadTicket,
            cancellationToken);
        if (asked is not Answered<UploadTicket>(var ticket))
        {
            return asked.Select(_ => new SlackFile(""));
        }

        if (SafeAddress.Web(ticket.UploadUrl.Reveal()) is null)
        {
            return new Failed<SlackFile>(new Refused(new("unsafe_upload_address")));
        }

        var sent = await _transport.SendAsync(
            new(ApiMethod.Upload, RequestBody.Raw(file.Bytes)) { Address = ticket.UploadUrl }, cancellationToken);
        return sent is Answered<NoContent>
            ? await CompleteAsync(new(ticket.FileId, file.Title), channel, cancellationToken)
            : sent.Select(_ => new SlackFile(""));
    }

    public async Task<SlackAnswer<SlackFile>> InfoAsync(string file, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.FileInfo, RequestBody.Form(("file", file))), WireJson.Default.FileReply, cancellationToken);
        return answer.Select(reply => reply.File);
    }

    /// <summary>Looks until the file may be shown; one that still may not when patience ends is not <c>IsReady</c>.</summary>
    /// <remarks>Needs <c>files:read</c>; without it the post itself has to be tried again (slack.md §4).</remarks>
    public async Task<SlackAnswer<SlackFile>> WaitUntilReadyAsync(string file, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        for (var pause = _firstLook; ; pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            var answer = await InfoAsync(file, cancellationToken);
            var left = _transport.Options.FilePatience - _time.GetElapsedTime(started);
            if (answer is not Answered<SlackFile>({ IsReady: false }) || left <= TimeSpan.Zero)
            {
                return answer;
            }

            await Task.Delay(pause < left ? pause : left, _time, cancellationToken);
        }
    }

    private async Task<SlackAnswer<SlackFile>> CompleteAsync(CompletedFile file, string? channel, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.CompleteUpload, RequestBody.Json(new([file], channel), WireJson.Default.CompleteUploadArguments)),
            cancellationToken);
        return answer.Select(_ => new SlackFile(file.Id, Title: file.Title));
    }
}

/// <summary>Which files are complete, and the channel that shows them; without one they stay the app's own.</summary>
internal sealed record CompleteUploadArguments(IReadOnlyList<CompletedFile> Files, string? ChannelId = null);

/// <summary>A file whose bytes are there.</summary>
internal sealed record CompletedFile(string Id, string? Title);

/// <summary>An answer with a file in it.</summary>
internal sealed record FileReply(SlackFile File);

/// <summary>Where to put the bytes of a file, which works like a credential, and what the file will be called.</summary>
internal sealed record UploadTicket(Secret UploadUrl, string FileId);
