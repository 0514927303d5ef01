using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using TalksBot.Core.Channels;
using TalksBot.Mail.Mailing;
using TalksBot.Testing;

namespace TalksBot.Mail.Tests;

/// <summary>A mail server on loopback that takes every mail and keeps it, for what has to hold also where no mail server is installed.</summary>
internal sealed class KeepingMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ends = new();
    private readonly ConcurrentQueue<MimeMessage> _kept = [];
    private readonly Task _serving;

    public KeepingMailServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    /// <summary>Somebody who sends mail over it.</summary>
    public MailSender NewSender() => new(
        new MailOptions { Host = "127.0.0.1", Port = $"{Port}", Security = MailSecurity.None, From = "talks@example.org" }, trust: null, TimeSpan.FromSeconds(20));

    /// <summary>What somebody finds in their mailbox, oldest first: of a mail and those that stand in its place the last, as mail programs fold them.</summary>
    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel)
    {
        var mails = _kept.Where(mail => mail.To.Mailboxes.Any(to => to.Address == channel.Channel)).ToList();
        return [.. mails.Where(mail => !mails.Exists(other => other.InReplyTo == mail.MessageId)).Select(mail => new VisibleMessage(mail.TextBody!.ReplaceLineEndings("\n")))];
    }

    /// <summary>From now on nobody listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_ends.IsCancellationRequested)
        {
            await _ends.CancelAsync();
            await _serving;
            _listener.Stop();
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ends.Token);
                _ = Task.Run(() => ConverseAsync(client));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await ConverseAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // Whoever called has left.
            }
        }
    }

    private async Task ConverseAsync(NetworkStream line)
    {
        using var reader = new StreamReader(line, Encoding.Latin1, leaveOpen: true);
        await SayAsync(line, "220 keeping.example.org");
        while (await reader.ReadLineAsync(_ends.Token) is { } said)
        {
            switch (said)
            {
                case "DATA":
                    await SayAsync(line, "354 go on");
                    _kept.Enqueue(await ReadAsync(reader));
                    await SayAsync(line, "250 kept");
                    break;
                case "QUIT":
                    await SayAsync(line, "221 bye");
                    return;
                default:
                    await SayAsync(line, "250 fine");
                    break;
            }
        }
    }

    /// <summary>RFC 5321, 4.5.2: a dot alone ends it, and a dot at the beginning of a line was doubled.</summary>
    private async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_ends.Token) is { } text && text != ".")
        {
            mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(mail.ToString()));
        return await MimeMessage.LoadAsync(bytes, _ends.Token);
    }

    private async Task SayAsync(NetworkStream line, string text) => await line.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _ends.Token);
}
