using System.Text;

namespace Infra.Cli.Cost.Updating;

/// <summary>
/// Reads comma-separated values row by row, as RFC 4180 has them: AWS's price list of EC2 in one region is hundreds of MB, of which no
/// more is kept than a row.
/// </summary>
/// <param name="text">The file.</param>
internal sealed class CsvReader(TextReader text)
{
    // A row of EC2's has about 90 columns and 2,000 characters.
    private const int MostOfARow = 200_000;

    private readonly char[] _buffer = new char[32_768];
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _length;
    private int _at;

    /// <summary>The cells of the next row, until the one after it is read; none at the end.</summary>
    /// <exception cref="InvalidDataException">It ends within quotes, or a row has no end.</exception>
    public async ValueTask<IReadOnlyList<string>?> NextAsync(CancellationToken cancellation)
    {
        _cells.Clear();
        var size = 0;
        var isQuoted = false;
        while (true)
        {
            if (_at == _length && !await FillAsync(cancellation))
                return isQuoted ? throw new InvalidDataException("it ends in the middle of a row") : Last(size);

            if (++size > MostOfARow)
                throw new InvalidDataException("a row has no end");

            var character = _buffer[_at++];
            if (isQuoted && character == '"')
            {
                if (await PeekAsync(cancellation) == '"')
                {
                    _at++;
                    _cell.Append('"');
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (isQuoted)
            {
                _cell.Append(character);
            }
            else if (character == '"')
            {
                isQuoted = true;
            }
            else if (character == ',')
            {
                EndCell();
            }
            else if (character == '\n')
            {
                EndCell();
                return _cells;
            }
            else if (character != '\r')
            {
                _cell.Append(character);
            }
        }
    }

    private List<string>? Last(int size)
    {
        if (size == 0)
            return null;

        EndCell();
        return _cells;
    }

    private void EndCell()
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
    }

    private async ValueTask<char?> PeekAsync(CancellationToken cancellation) =>
        _at < _length || await FillAsync(cancellation) ? _buffer[_at] : null;

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        _at = 0;
        _length = await text.ReadAsync(_buffer, cancellation);
        return _length > 0;
    }
}
