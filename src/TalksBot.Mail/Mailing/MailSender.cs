using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TalksBot.Chat.Posting;

namespace TalksBot.Mail.Mailing;

/// <summary>Hands single mails to one server, each over a connection of its own, and says what became of each. It never sends one twice by itself.</summary>
/// <param name="options">The options, validated.</param>
/// <param name="trust">Which certificates are accepted; null for those that the machine trusts.</param>
/// <param name="patience">How long all of one mail may take.</param>
internal sealed class MailSender(MailOptions options, RemoteCertificateValidationCallback? trust, TimeSpan patience) : IDisposable
{
    /// <summary>What servers that serve many let one client open.</summary>
    private const int AtOnce = 2;

    private const int Temporary = 400;
    private const int Lasting = 500;

    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Where mail comes from.</summary>
    public string From => options.From;

    /// <summary>Sends a mail.</summary>
    /// <param name="mail">The mail, to one address.</param>
    /// <param name="token">Gives it up, so that nobody may know whether it arrived.</param>
    /// <returns>Null where the server took it.</returns>
    public Task<CallFailure?> SendAsync(MimeMessage mail, CancellationToken token)
    {
        var progress = new Leaving();
        return WithServerAsync((client, given) => client.SendAsync(mail, given, progress), progress, token);
    }

    /// <summary>Looks whether the server is there and takes the name and the password, and sends nothing.</summary>
    /// <returns>Null where all is well.</returns>
    public Task<CallFailure?> LookAsync(CancellationToken token) => WithServerAsync((client, given) => client.NoOpAsync(given), new Leaving(), token);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<CallFailure?> WithServerAsync(Func<SmtpClient, CancellationToken, Task> act, Leaving leaving, CancellationToken token)
    {
        await _gate.WaitAsync(token);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(patience);
            return await TryAsync(act, leaving, limit.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return leaving.Lost($"the mail server did not answer within {patience.TotalSeconds:0} seconds");
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<CallFailure?> TryAsync(Func<SmtpClient, CancellationToken, Task> act, Leaving leaving, CancellationToken token)
    {
        // Whether a certificate was taken back is asked of servers that a newsroom's network often does not reach.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
        try
        {
            await client.ConnectAsync(options.Host, options.PortNumber!.Value, Security(), token);
            if (options.UserName.Length > 0)
            {
                await client.AuthenticateAsync(options.UserName, options.Password, token);
            }

            await act(client, token);
        }
        catch (Exception fault) when (Explain(fault, leaving) is { } failure)
        {
            return failure;
        }

        await LeaveAsync(client, token);
        return null;
    }

    private SecureSocketOptions Security() => options.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The server has taken it by now; how it says goodbye is of no account.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken token)
    {
        try
        {
            await client.DisconnectAsync(quit: true, token);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or CommandException or OperationCanceledException or SocketException)
        {
            // Nothing is left to be done over this connection.
        }
    }

    /// <summary>Nothing of what a server writes is repeated: it may be anything.</summary>
    private static CallFailure? Explain(Exception fault, Leaving leaving) => fault switch
    {
        AuthenticationException { InnerException: SmtpCommandException { StatusCode: var status } } when (int)status < Lasting => leaving.Lost($"the mail server cannot look at the password now ({(int)status})"),
        AuthenticationException or ServiceNotAuthenticatedException => new CallFailure.CredentialsDead("the mail server does not accept UserName and Password"),
        SmtpCommandException command => Of(command, leaving),
        SslHandshakeException => leaving.Lost("no TLS could be agreed on with the mail server, mostly because its certificate is not trusted or is another's"),
        NotSupportedException => leaving.Lost($"the mail server does not offer what {MailOptions.Section}:Security asks for; StartTls is usual on port 587 and Tls on 465"),
        SocketException => leaving.Lost("the mail server cannot be reached"),
        ProtocolException => leaving.Lost("what answered does not speak as a mail server does, or broke off"),
        IOException => leaving.Lost("the connection to the mail server broke"),
        ServiceNotConnectedException => leaving.Lost("the mail server broke off"),
        _ => null,
    };

    private static CallFailure Of(SmtpCommandException command, Leaving leaving)
    {
        var status = (int)command.StatusCode;
        return (status, command.ErrorCode) switch
        {
            (530, _) or (535, _) => new CallFailure.CredentialsDead($"the mail server does not accept UserName and Password ({status})"),
            ( >= Temporary and < Lasting, _) => new CallFailure.Unreachable($"the mail server asks to try again later ({status})"),
            (_, SmtpErrorCode.RecipientNotAccepted) => new CallFailure.Refused($"{status}", NoRecipient),
            (_, SmtpErrorCode.SenderNotAccepted) => new CallFailure.Refused($"{status}", NoSender),
            (_, SmtpErrorCode.MessageNotAccepted) => new CallFailure.Refused($"{status}", NoMessage),
            _ => leaving.Lost($"the mail server refuses ({status})"),
        };
    }

    private static readonly KnownError NoRecipient = new(
        ErrorMeaning.NotAllowed, "the mail server does not take mail for this address", $"Mend the address under {MailOptions.Section}, or take it away.");

    private static readonly KnownError NoSender = new(
        ErrorMeaning.Never, "the mail server does not take mail from this sender", $"Set {MailOptions.Section}:From to an address that may send over it.");

    private static readonly KnownError NoMessage = new(
        ErrorMeaning.Never, "the mail server refuses this mail for its content", "Ask whoever runs it for what it refuses.");

    /// <summary>Whether anything of a mail has left, so that a server that breaks off may have taken it.</summary>
    private sealed class Leaving : ITransferProgress
    {
        private bool _hasBegun;

        public CallFailure Lost(string why) => _hasBegun ? new CallFailure.Ambiguous(why, After: null) : new CallFailure.Unreachable(why);

        public void Report(long bytesTransferred, long totalSize) => _hasBegun = true;

        public void Report(long bytesTransferred) => _hasBegun = true;
    }
}
