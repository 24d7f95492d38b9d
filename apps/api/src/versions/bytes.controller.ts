import { Controller, Get, Param, Res } from '@nestjs/common';
import { isSha256 } from '@enig/kernel';
import type { Response } from 'express';
import { sendBytes } from '../core/bytes';
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
    sendBytes(response, row.manifest, row.hash);
  }

  @Get('text-versions/:name')
  async text(
    @CurrentViewer() viewer: AppViewer,
    @Param('name') name: string,
    @Res() response: Response,
  ): Promise<void> {
    const hash = name.replace(/\.json$/, '');
    if (hash === name || !isSha256(hash)) throw new NotFound('text');
    sendBytes(response, await this.versions.textBytes(viewer, hash), hash);
  }
}
