using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace TalksBot.Storage.Opening;

/// <summary>Says in one sentence what is wrong with the database and what to do (https://www.sqlite.org/rescode.html, and <see cref="ServerFault"/>).</summary>
public static class StorageFault
{
    /// <summary>What is said when another program holds the database.</summary>
    public const string Locked = "The database is locked by another program; close it, or wait, and try again.";

    /// <summary>What is said when nobody knows whether a change holds.</summary>
    public const string Doubtful =
        "The disk failed while the change was being written, so it is not known whether it holds: look with /talks status before you give it again, and check the disk.";

    /// <summary>The same where a server was to write it.</summary>
    private const string DoubtfulOnServer =
        "The database server was lost while the change was being written, so it is not known whether it holds: look with /talks status before you give it again.";

    /// <summary>What is said of a file that cannot be written.</summary>
    public const string Unwritable = "The database cannot be written: the file or its folder is read-only; grant write access and try again.";

    /// <summary>True when a commit that failed so may hold all the same.</summary>
    internal static bool LeavesDoubt(DbException fault) => fault is SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } || (fault is not SqliteException && fault.SqlState is null);

    /// <summary>What is said of such a commit.</summary>
    internal static string DoubtOf(DbException fault) => fault is SqliteException ? Doubtful : DoubtfulOnServer;

    /// <summary>True when a row was refused since there is one of its name already.</summary>
    public static bool IsDuplicate(Exception exception) => Cause(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_UNIQUE,
        DbException { SqlState: ServerFault.UniqueViolation } => true,
        _ => false,
    };

    /// <summary>True when a server has taken a change back since another was in its way; made again, it goes through as a rule.</summary>
    public static bool WasInTheWay(Exception exception) => Cause(exception) is DbException fault && ServerFault.WasInTheWay(fault);

    /// <summary>The sentence; null when the exception is not the database's doing.</summary>
    public static string? Explain(Exception exception) => Cause(exception) switch
    {
        SqliteException { SqliteErrorCode: var code } => Explain(code),
        DbException fault => ServerFault.Explain(fault),
        StorageRefusedException refused => refused.Message,
        CommitUnknownException doubt => doubt.Message,
        _ => null,
    };

    /// <summary>What the database said: EF wraps what failed while it saved, and once more what it takes for passing.</summary>
    private static Exception Cause(Exception exception) =>
        exception is DbUpdateException or InvalidOperationException or TimeoutException && exception.InnerException is { } inner && Cause(inner) is DbException cause ? cause : exception;

    private static string? Explain(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Locked,
        raw.SQLITE_READONLY => Unwritable,
        raw.SQLITE_FULL => "The disk is full: nothing was changed; free some space and try again.",
        raw.SQLITE_IOERR => "The disk failed while the database was read or written; check the disk and the space left on it, then try again.",
        raw.SQLITE_CANTOPEN => "The database file cannot be opened; check that its folder exists and may be written.",
        raw.SQLITE_CORRUPT => "The database file is damaged; restore it from a backup, or start with a new one and import an export.",
        raw.SQLITE_NOTADB => "The file is not a TalksBot database; give the path of another file with --database.",
        _ => null,
    };
}

/// <summary>The disk failed while a change was being committed, so nobody knows yet whether it holds; the message says so in one sentence.</summary>
public sealed class CommitUnknownException : Exception
{
    /// <summary>With no sentence; never used, but expected of every exception.</summary>
    public CommitUnknownException()
    {
    }

    /// <summary>With the sentence.</summary>
    public CommitUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence and what caused it.</summary>
    public CommitUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The database cannot be used as it is; the message is one sentence for the person at the keyboard.</summary>
public sealed class StorageRefusedException : Exception
{
    /// <summary>With no sentence; never used, but expected of every exception.</summary>
    public StorageRefusedException()
    {
    }

    /// <summary>With the sentence.</summary>
    public StorageRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence and what caused it.</summary>
    public StorageRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
