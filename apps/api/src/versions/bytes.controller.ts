import { Controller, Get, Param, Res } from '@nestjs/common';
import { isSha256 } from '@enig/kernel';
import type { Response } from 'express';
import { NotFound } from '../core/errors';
import { CurrentViewer } from '../core/public';
import type { AppViewer } from '../core/viewer';
import { VersionsService } from './versions.service';

/** The exact bytes of what was frozen: `sha256sum` on them gives the hash that was heard and decided. */
@Controller()
export class BytesController {
  constructor(private readonly versions: VersionsService) {}

  @Get('versions/:hash/manifest.json')
  async manifest(
    @CurrentViewer() viewer: AppViewer,
    @Param('hash') hash: string,
    @Res() response: Response,
  ): Promise<void> {
    const { row } = await this.versions.version(viewer, hash);
    send(response, row.manifest, row.hash);
  }

  @Get('text-versions/:name')
  async text(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Res() response: Response,
  ): Promise<void> {
    const hash = name.replace(/\.json$/, '');
    if (hash === name || !isSha256(hash)) throw new NotFound('text');
    send(response, await this.versions.textBytes(viewer, hash), hash);
  }
}

/** Named by its content, it never changes; but who may read it can. */
function send(response: Response, bytes: Buffer, hash: string): void {
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Content-Disposition', `inline; filename="${hash}.json"`);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', `"${hash}"`);
  response.send(bytes);
}
